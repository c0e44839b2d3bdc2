/**
 * How soon whoever is shut out is out: `node bench/revocation.ts`. A session that its owner ends from elsewhere, and an app that its
 * person shuts out, each with a socket, an event stream and requests that repeat; in one process, and in the fleet over Redis. From the
 * moment at which the revocation is asked for to the end of each, in ms. Ends with 1 when one took 2 s.
 */
import globalSetup from '../scripts/jest/global-setup.mjs';
import globalTeardown from '../scripts/jest/global-teardown.mjs';
import { anApp, connect } from '../tests/support/app.ts';
import { startFleet } from '../tests/support/fleet.ts';
import type { Person } from '../tests/support/person.ts';
import { aProject, liveVersion } from '../tests/support/scene.ts';
import { eventStream, subscribe } from '../tests/support/stream.ts';
import { startWorld } from '../tests/support/world.ts';
import { keep, median } from './support/figures.ts';

const ROUNDS = 10;
const MOST_MS = 2_000;
const CHANGES = 'subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) { __typename } }';
const WHO = '{ studio { slug } }';

/** An installation, however it runs. */
interface Place {
  signIn(email: string, studio: string): Promise<Person>;
  stop(): Promise<void>;
}

/** When each of what somebody held open ended, in ms from the revocation. */
interface Ended {
  socketMs: number;
  eventsMs: number;
  requestsMs: number;
}

async function measure(lost: Person, since: { id: string; after: number }, revoke: () => Promise<unknown>): Promise<Ended> {
  const socket = subscribe(lost, CHANGES, since);
  await socket.next();
  const events = await eventStream(lost, CHANGES, since);
  await lost.get(WHO);
  const start = performance.now();
  const took = async (work: Promise<unknown>) => {
    await work;
    return performance.now() - start;
  };
  const refused = async () => {
    while ((await lost.ask(WHO)).data?.studio !== null);
  };
  const ends = [took(socket.ended), took(events.ended)];
  await revoke();
  const [socketMs = 0, eventsMs = 0, requestsMs = 0] = await Promise.all([...ends, took(refused())]);
  await socket.close();
  return { socketMs, eventsMs, requestsMs };
}

async function measureAt(place: Place): Promise<Record<'session' | 'app', Ended[]>> {
  const owner = await place.signIn('ingrid@northlight.example', 'northlight');
  const kenji = await place.signIn('kenji@northlight.example', 'northlight');
  const id = await aProject(owner);
  const since = { id, after: (await liveVersion(owner, id)) - 1 };
  const app = await anApp(owner);
  const found: Record<'session' | 'app', Ended[]> = { session: [], app: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const lost = await place.signIn('theo@northlight.example', 'northlight');
    const here = await place.signIn('theo@northlight.example', 'northlight');
    const ended = () => here.get('mutation { revokeOtherSessions { __typename } }');
    found.session.push(await measure(lost, since, ended));
    const { program } = await connect(app, kenji);
    const { viewer } = await kenji.get<{ viewer: { user: { appGrants: { id: string; createdAt: string }[] } } }>(
      '{ viewer { user { appGrants { id createdAt } } } }',
    );
    const [newest] = viewer.user.appGrants.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    const revoke = 'mutation ($id: ID!) { revokeAppGrant(input: { id: $id }) { __typename } }';
    found.app.push(await measure(program, since, () => kenji.get(revoke, { id: newest?.id })));
  }
  return found;
}

async function at(start: () => Promise<Place>) {
  const place = await start();
  try {
    return await measureAt(place);
  } finally {
    await place.stop();
  }
}

await globalSetup();
try {
  const found = { 'all-in-one': await at(startWorld), fleet: await at(startFleet) };
  let worst = 0;
  const rows = Object.entries(found).flatMap(([place, kinds]) =>
    Object.entries(kinds).flatMap(([kind, rounds]) =>
      (['socketMs', 'eventsMs', 'requestsMs'] as const).map((what) => {
        const times = rounds.map((round) => round[what]);
        const [medianMs, worstMs] = [Math.round(median(times)), Math.round(Math.max(...times))];
        worst = Math.max(worst, worstMs);
        return { place, kind, what: what.slice(0, -2), medianMs, worstMs };
      }),
    ),
  );
  for (const { place, kind, what, medianMs, worstMs } of rows) {
    console.log(`${place.padEnd(11)} ${kind.padEnd(8)} ${what.padEnd(9)} median ${medianMs} ms, worst ${worstMs} ms (at most ${MOST_MS})`);
  }
  await keep('revocation', { rounds: ROUNDS, mostMs: MOST_MS, rows });
  process.exitCode = worst < MOST_MS ? 0 : 1;
} finally {
  await globalTeardown();
}
