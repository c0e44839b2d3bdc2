import { decodeId } from '@atelier/service-kit/ids';
import { embeddedSettings } from '../../router/src/protect/settings.ts';
import { createWorld, member } from '../../router/src/testing/world.ts';
import type { Held } from '../soak.ts';

/** Our router, which tells of its memory, and of an event twenty times a second. */
const many = 1_000_000_000;
const world = await createWorld({
  live: { connectionsPerViewer: many, connectionsPerAddress: many },
  protect: { buckets: { ...embeddedSettings.buckets, user: { maximum: many, restoreRate: many } } },
});
const viewer = member(world.studios.ink);
world.signIn('sid=crowd', () => viewer);
const project = world.add('Project', 'ink', { name: 'Harbour mural' });
const channel = `projects:project:${world.studios.ink}:${decodeId(project, 'Project')}`;
setInterval(() => world.emit(channel, project, ['team'], ['team']), 50);

const connections = () => new Promise<number>((resolve) => world.server.getConnections((_error, count) => resolve(count)));

process.on('disconnect', () => process.exit());
process.on('message', async () => {
  while ((await connections()) > 0) await new Promise(setImmediate);
  // The test world keeps every line that was logged, one an operation; a real log leaves the process.
  world.logs.length = 0;
  for (let times = 0; times < 3; times += 1) {
    globalThis.gc?.();
    await new Promise(setImmediate);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const held: Held = { heapMB: heapUsed / 1e6, externalMB: external / 1e6, residentMB: rss / 1e6, sockets: await connections() };
  process.send?.(held);
});
process.send?.(JSON.stringify({ url: world.url, id: project }));
