import { anonymous, type Viewer } from '@atelier/service-kit/viewer';
import { describe, expect, test } from '@jest/globals';
import { createMemoryBuckets } from './buckets.ts';
import { createDocumentFinder, type DocumentRequest, hashOf, readManifest } from './documents.ts';
import { createMemoryTexts } from './texts.ts';

const own = '{ own }';
const older = '{ older }';
const foreign = '{ foreign }';
const studio = { id: 's', memberId: 'm', role: 'guest' } as const;
const person: Viewer = { kind: 'user', userId: 'u', sessionId: 's', studio };
const key: Viewer = { kind: 'apiKey', keyId: 'k', userId: 'u', scopes: [], studio };
const contact: Viewer = { kind: 'contact', contactId: 'c', sessionId: 's', studioId: 's' };

let time = 0;
async function aFinder(trustedDocuments: 'required' | 'preferred', quota = 2) {
  const texts = () => createMemoryTexts({ now: () => time, maxCharacters: 100 });
  const store = { trusted: texts(), registered: texts() };
  await store.trusted.set(hashOf(older), older, 100);
  const settings = { trustedDocuments, registered: { seconds: 60, quota: { maximum: quota, restoreRate: 1 } } };
  const documents = createDocumentFinder({ settings, trusted: { [hashOf(own)]: own }, store, buckets: createMemoryBuckets(() => time) });
  const find = async (request: Partial<DocumentRequest>) => {
    try {
      const { query, register } = await documents.find({
        query: undefined,
        extensions: undefined,
        viewer: person,
        asksForOpen: false,
        ...request,
      });
      return [query, register === null ? 'kept as it is' : 'may be registered'];
    } catch (error) {
      return (error as { extensions: { code: string } }).extensions.code;
    }
  };
  return { ...documents, find };
}
const byHash = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });

describe('documents of our own pages', () => {
  test('are known by their hash, those of other versions of the pages too', async () => {
    const { find } = await aFinder('required');
    for (const viewer of [person, contact, anonymous, key]) {
      expect(await find({ viewer, extensions: byHash(own) })).toEqual([own, 'kept as it is']);
      expect(await find({ viewer, extensions: byHash(older) })).toEqual([older, 'kept as it is']);
      expect(await find({ viewer, query: own })).toEqual([own, 'kept as it is']);
      expect(await find({ viewer, query: older })).toEqual([older, 'kept as it is']);
    }
  });

  test('are the only ones for those who come with a cookie, or as nobody', async () => {
    const { find } = await aFinder('required');
    for (const viewer of [person, contact]) {
      expect(await find({ viewer, query: foreign })).toBe('FORBIDDEN');
      expect(await find({ viewer, query: foreign, extensions: byHash(foreign) })).toBe('FORBIDDEN');
    }
    expect(await find({ viewer: anonymous, query: foreign })).toBe('UNAUTHENTICATED');
    expect(await find({ viewer: key, query: foreign })).toEqual([foreign, 'kept as it is']);
  });

  test('are not for members only who ask to try out their own', async () => {
    const { find } = await aFinder('required');
    expect(await find({ query: foreign, asksForOpen: true })).toEqual([foreign, 'kept as it is']);
    expect(await find({ query: foreign, asksForOpen: true, viewer: contact })).toBe('FORBIDDEN');
    expect(await find({ query: foreign, asksForOpen: true, viewer: anonymous })).toBe('UNAUTHENTICATED');
  });

  test('come from a manifest in which every text has its hash', () => {
    expect(readManifest(JSON.stringify({ [hashOf(own)]: own }))).toEqual({ [hashOf(own)]: own });
    expect(() => readManifest(JSON.stringify({ [hashOf(own)]: older }))).toThrow('changed by hand');
  });
});

describe('a document that a client registers', () => {
  test('is known by its hash to everybody who may run any, for its time', async () => {
    const { find, register } = await aFinder('required');
    expect(await find({ viewer: key, extensions: byHash(foreign) })).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await find({ viewer: key, query: foreign, extensions: byHash(foreign) })).toEqual([foreign, 'may be registered']);
    register(hashOf(foreign), foreign, 'apiKey:k');
    expect(await find({ viewer: key, extensions: byHash(foreign) })).toEqual([foreign, 'kept as it is']);
    expect(await find({ viewer: person, extensions: byHash(foreign) })).toBe('PERSISTED_QUERY_NOT_FOUND');
    time += 60_000;
    expect(await find({ viewer: key, extensions: byHash(foreign) })).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('has the hash that it says, written as it must be', async () => {
    const { find } = await aFinder('preferred');
    expect(await find({ query: foreign, extensions: byHash(own) })).toBe('BAD_USER_INPUT');
    for (const persistedQuery of [{ version: 2, sha256Hash: hashOf(own) }, { version: 1, sha256Hash: '__proto__' }, null, 7])
      expect(await find({ extensions: { persistedQuery } })).toBe('BAD_USER_INPUT');
    expect(await find({})).toBe('BAD_USER_INPUT');
  });

  test('counts towards a quota: beyond it, it is run and not kept', async () => {
    const { find, register } = await aFinder('preferred');
    const texts = ['{ a }', '{ b }', '{ c }'];
    for (const text of texts) register(hashOf(text), text, 'apiKey:k');
    register(hashOf('{ d }'), '{ d }', 'apiKey:other');
    const found = await Promise.all([...texts, '{ d }'].map((text) => find({ extensions: byHash(text) })));
    expect(found.map((each) => typeof each === 'string')).toEqual([false, false, true, false]);
    time += 1_000;
    register(hashOf('{ c }'), '{ c }', 'apiKey:k');
    expect(await find({ extensions: byHash('{ c }') })).toEqual(['{ c }', 'kept as it is']);
  });

  test('never fills more than its room: the longest unused go', async () => {
    const texts = createMemoryTexts({ now: () => time, maxCharacters: 30 });
    for (const name of ['a', 'b', 'c']) await texts.set(name, name.repeat(10), 60);
    await texts.get('a');
    await texts.set('d', 'd'.repeat(10), 60);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((name) => texts.get(name)))).toEqual([
      'aaaaaaaaaa',
      null,
      'cccccccccc',
      'dddddddddd',
    ]);
  });
});
