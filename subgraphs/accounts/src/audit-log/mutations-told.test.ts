import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { type Accounts, PUBLIC_URL, startAccounts } from '../testing/accounts.ts';
import { REDIRECT } from '../testing/oauth.ts';
import { aLink, aMember, aPerson, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import type { AuditKind } from './audit-log.ts';
import { unknownWords } from './vocabulary.ts';

let domain: Accounts;
let studio: StudioFixture;
let owner: MemberFixture;
let artist: MemberFixture;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  studio = await aStudio(domain);
  [owner, artist] = [await aMember(domain, studio, 'owner'), await aMember(domain, studio, 'artist')];
  await domain.db.admin.query('update auth.sessions set proved_at = $1', [domain.clock.now]);
});
afterAll(() => domain.stop());

/** Asks for a mutation; what comes back is the member of its union that says it was done. */
async function done(name: string, input: Record<string, unknown> | null, fields = '', viewer = owner.viewer) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const [declared, given] = input === null ? ['', ''] : [`($input: ${type}Input!)`, '(input: $input)'];
  const { data, codes } = await domain.ask(
    viewer,
    `mutation ${declared} { ${name}${given} { __typename ... on ${type}Success { ${fields || '__typename'} } } }`,
    input === null ? {} : { input },
  );
  const result = data?.[name] as ({ __typename: string } & Record<string, unknown>) | undefined;
  if (result?.__typename !== `${type}Success`) throw new Error(`${name}: ${JSON.stringify(result)} ${codes}`);
  return result;
}

const made = async (name: string, input: Record<string, unknown>, field: string): Promise<string> =>
  ((await done(name, input, `${field} { id }`))[field] as { id: string }).id;
const anApp = { name: 'Tool', redirectUris: [REDIRECT], scopes: ['STUDIO_READ'] };
const app = () => made('registerApp', anApp, 'app');
const key = () => made('createApiKey', { name: 'Website', scopes: ['STUDIO_READ'] }, 'apiKey');

async function grant(): Promise<string> {
  const [clientId, id] = [await app(), uuidv7()];
  await domain.db.admin.query(
    `insert into accounts.app_grants (studio_id, id, client_id, user_id, scopes, created_at, updated_at) values ($1, $2, $3, $4, '{studio:read}', now(), now())`,
    [studio.uuid, id, clientId, artist.userId],
  );
  return encodeId('AppGrant', id);
}

async function passkey(): Promise<string> {
  const id = uuidv7();
  await domain.db.admin.query(
    `insert into auth.passkeys (id, user_id, public_key, credential_id, counter, device_type, backed_up) values ($1, $2, 'x', gen_random_uuid()::text, 0, 'x', false)`,
    [id, owner.userId],
  );
  return encodeId('Passkey', id);
}

async function session(): Promise<string> {
  const { rows } = await domain.db.admin.query<{ id: string }>(
    `insert into auth.sessions (id, user_id, token, expires_at) values (gen_random_uuid(), $1, gen_random_uuid(), now() + interval '1 day') returning id`,
    [owner.userId],
  );
  return encodeId('Session', rows[0]?.id ?? '');
}

async function shareable(): Promise<{ projectId: string; contactId: string }> {
  const [project, contact] = [uuidv7(), uuidv7()];
  domain.world.projects.add(project);
  domain.world.contacts.add(contact);
  return { projectId: encodeId('Project', project), contactId: encodeId('Contact', contact) };
}

type Told = { tells: AuditKind; prepare: () => Promise<() => Promise<unknown>> };
type Untold = { because: string };
const tells = (kind: AuditKind, prepare: Told['prepare']): Told => ({ tells: kind, prepare });
const untold = (because: string): Untold => ({ because });

/** Every mutation of accounts: the line that it writes, or why it writes none. */
const MUTATIONS: Record<string, Told | Untold> = {
  createApiKey: tells('API_KEY_CREATED', async () => key),
  rotateApiKey: tells('API_KEY_ROTATED', async () => {
    const id = await key();
    return () => done('rotateApiKey', { id });
  }),
  revokeApiKey: tells('API_KEY_REVOKED', async () => {
    const id = await key();
    return () => done('revokeApiKey', { id });
  }),
  registerApp: tells('APP_REGISTERED', async () => app),
  updateApp: tells('APP_CHANGED', async () => {
    const id = await app();
    return () => done('updateApp', { id, expectedVersion: 1, ...anApp, name: 'Other tool' });
  }),
  rotateAppSecret: tells('APP_SECRET_ROTATED', async () => {
    const id = await app();
    return () => done('rotateAppSecret', { id });
  }),
  removeApp: tells('APP_REMOVED', async () => {
    const id = await app();
    return () => done('removeApp', { id });
  }),
  revokeAppGrant: tells('APP_SHUT_OUT', async () => {
    const id = await grant();
    return () => done('revokeAppGrant', { id });
  }),
  requireSecondFactor: tells('STUDIO_CHANGED', async () => () => done('requireSecondFactor', { days: 3 })),
  renamePasskey: untold('A name lets nobody in.'),
  removePasskey: tells('SECOND_FACTOR_REMOVED', async () => {
    const id = await passkey();
    return () => done('removePasskey', { id });
  }),
  createClientLink: tells('CLIENT_LINK_CREATED', async () => {
    const input = await shareable();
    return () => done('createClientLink', input);
  }),
  revokeClientLink: tells('CLIENT_LINK_REVOKED', async () => {
    const { id } = await aLink(domain, studio);
    return () => done('revokeClientLink', { id });
  }),
  inviteMember: tells('MEMBER_INVITED', async () => () => done('inviteMember', { email: 'i@people.example', role: 'ARTIST' })),
  resendInvitation: tells('MEMBER_INVITED', async () => {
    const id = await made('inviteMember', { email: 'i@people.example', role: 'ARTIST' }, 'invitation');
    return () => done('resendInvitation', { id });
  }),
  revokeInvitation: tells('INVITATION_REVOKED', async () => {
    const id = await made('inviteMember', { email: 'i@people.example', role: 'ARTIST' }, 'invitation');
    return () => done('revokeInvitation', { id });
  }),
  acceptInvitation: tells('MEMBER_JOINED', async () => {
    const guest = await aPerson(domain);
    const { url } = await done('inviteMember', { email: guest.email, role: 'ARTIST', sendMail: false }, 'url');
    const token = String(url).slice(`${PUBLIC_URL}/join/`.length);
    return () => done('acceptInvitation', { token }, '', guest.viewer);
  }),
  changeMemberRole: tells('MEMBER_ROLE_CHANGED', async () => () => done('changeMemberRole', { id: artist.id, role: 'MANAGER' })),
  transferOwnership: tells('OWNERSHIP_TRANSFERRED', async () => () => done('transferOwnership', { id: artist.id, stepDown: true })),
  removeMember: tells('MEMBER_REMOVED', async () => () => done('removeMember', { id: artist.id })),
  createStudio: tells('STUDIO_CREATED', async () => {
    const { viewer } = await aPerson(domain);
    return () => done('createStudio', { name: 'Another' }, '', viewer);
  }),
  updateStudio: tells('STUDIO_CHANGED', async () => () => done('updateStudio', { expectedVersion: 1, name: 'Renamed' })),
  removeDemoData: untold('The studio goes as a whole, and its people with it: there is nobody left to read the log.'),
  updateProfile: untold('A name, a language and a time zone let nobody in.'),
  requestStudioExport: tells('EXPORT_REQUESTED', async () => () => done('requestStudioExport', null)),
  requestOwnExport: tells('EXPORT_REQUESTED', async () => () => done('requestOwnExport', null)),
  cancelExport: untold('What was asked for is not made: nobody gets anything.'),
  requestStudioDeletion: tells('STUDIO_DELETION_REQUESTED', async () => () => done('requestStudioDeletion', { name: 'Studio Marisol' })),
  cancelStudioDeletion: tells('STUDIO_DELETION_CANCELLED', async () => {
    await done('requestStudioDeletion', { name: 'Studio Marisol' });
    return () => done('cancelStudioDeletion', null);
  }),
  requestAccountDeletion: tells(
    'ACCOUNT_DELETION_REQUESTED',
    async () => () => done('requestAccountDeletion', { email: artist.email }, '', artist.viewer),
  ),
  cancelAccountDeletion: tells('ACCOUNT_DELETION_CANCELLED', async () => {
    await done('requestAccountDeletion', { email: artist.email }, '', artist.viewer);
    return () => done('cancelAccountDeletion', null, '', artist.viewer);
  }),
  revokeSession: tells('SESSION_ENDED', async () => {
    const id = await session();
    return () => done('revokeSession', { id });
  }),
  revokeOtherSessions: tells('SESSION_ENDED', async () => {
    await session();
    await session();
    return () => done('revokeOtherSessions', null);
  }),
};

/** What happened, however many logs tell of it. */
async function events(): Promise<Map<string, string>> {
  const { rows } = await domain.db.admin.query<{ id: string; kind: string }>(
    'select distinct event_id as id, kind from accounts.audit_log',
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

test('every mutation says which line it writes, or why none', async () => {
  const document = parse(await readFile(join(import.meta.dirname, '../../schema.graphql'), 'utf8'));
  const names = document.definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    definition.name.value === 'Mutation'
      ? (definition.fields ?? []).map((field) => field.name.value)
      : [],
  );
  expect(Object.keys(MUTATIONS).sort()).toEqual(names.sort());
});

describe('exactly one line is written by', () => {
  test.each(Object.entries(MUTATIONS).flatMap(([name, what]) => ('tells' in what ? [[name, what] as const] : [])))(
    '%s',
    async (_name, what) => {
      const act = await what.prepare();
      const before = await events();
      await act();
      const told = async () => [...(await events())].filter(([id]) => !before.has(id)).map(([, kind]) => kind);
      await until(async () => (await told()).length > 0);
      expect(await told()).toEqual([what.tells]);
    },
  );
});

test('every line is written in words that the page knows', async () => {
  const { rows } = await domain.db.admin.query<{ before: object | null; after: object | null }>(
    'select before, after from accounts.audit_log',
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.flatMap(unknownWords)).toEqual([]);
});
