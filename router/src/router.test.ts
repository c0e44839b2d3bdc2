import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryBus } from '@atelier/service-kit/activity';
import { createLogger } from '@atelier/service-kit/log';
import { anonymous } from '@atelier/service-kit/viewer';
import { describe, expect, test } from '@jest/globals';
import { createRouter, type RouterOptions } from './router.ts';
import { readSupergraph } from './supergraph.ts';
import { composeSmall } from './testing/schema.ts';
import type { SubgraphTransport } from './transports/index.ts';

const nowhere: SubgraphTransport = { send: () => Promise.reject(new Error('down')), close: async () => {} };
const options = (supergraphSdl: string, transports: RouterOptions['transports']): RouterOptions => ({
  supergraphSdl,
  transports,
  viewers: { resolve: async () => anonymous, onRevoked: () => () => {} },
  signer: { sign: async () => 'token' },
  bus: createMemoryBus(),
  history: async () => [],
  logger: createLogger({ service: 'router', level: 'silent' }),
  publicUrl: 'http://localhost:4000',
  mode: 'embedded',
  now: () => new Date(),
});

describe('a router', () => {
  test('starts from the committed supergraph, and every live field of it has a channel and an owner', async () => {
    const sdl = readFileSync(join(import.meta.dirname, '../../supergraph.graphql'), 'utf8');
    const { liveFields, owners, supergraph } = readSupergraph(sdl);
    for (const field of liveFields.values()) {
      const subject = field.subject.charAt(0).toUpperCase() + field.subject.slice(1);
      if (field.id !== 'viewer') expect([field.name, owners.has(subject)]).toEqual([field.name, true]);
    }
    const names = supergraph.subgraphsMetadata().map(({ name }) => name);
    const router = await createRouter(options(sdl, Object.fromEntries(names.map((name) => [name, nowhere]))));
    await router.stop();
  });

  test('does not start without a transport to every subgraph, and says to which', async () => {
    await expect(createRouter(options(composeSmall(), { projects: nowhere, accounts: nowhere }))).rejects.toThrow('"messaging"');
  });

  test('does not start from a supergraph whose live fields name no channel', async () => {
    const sdl = composeSmall().replaceAll(/@channel\(subject: "project", id: "\$id", source: "projects"\)/g, '');
    await expect(createRouter(options(sdl, { projects: nowhere, accounts: nowhere, messaging: nowhere }))).rejects.toThrow(
      'names no channel',
    );
  });
});
