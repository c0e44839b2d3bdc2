import { beforeEach, describe, expect, test } from '@jest/globals';
import { createTransportSet, type NamedSubgraph, type TransportSet } from './set.ts';

let closed: string[];
let set: TransportSet;
const named = (...pairs: [string, string][]): NamedSubgraph[] => pairs.map(([name, url]) => ({ name, url }));
const ask = async (name: string) => (await set.record[name]?.send({ query: '{ a }', viewerToken: '', traceId: '' }))?.data?.url;

beforeEach(() => {
  closed = [];
  set = createTransportSet({
    subgraphs: named(['a', 'a:1'], ['b', 'b:1']),
    retireMs: 0,
    make({ name, url }) {
      if (name === 'nowhere') throw new Error('no address');
      return { send: async () => ({ data: { url } }), close: async () => void closed.push(url) };
    },
  });
});

describe('the transports of a supergraph', () => {
  test('change with it, and keep those that are the same', async () => {
    const kept = set.record.a;
    set.change(named(['a', 'a:1'], ['b', 'b:2'], ['c', 'c:1']), () => {});
    expect([await ask('a'), await ask('b'), await ask('c')]).toEqual(['a:1', 'b:2', 'c:1']);
    expect([set.record.a === kept, closed]).toEqual([true, ['b:1']]);
  });

  test('stay as they were when the supergraph is refused, or a subgraph has no address', async () => {
    const refused = () => {
      throw new Error('refused');
    };
    expect(() => set.change(named(['b', 'b:2'], ['c', 'c:1']), refused)).toThrow('refused');
    expect(() => set.change(named(['c', 'c:2'], ['nowhere', '']), () => {})).toThrow('no address');
    expect([await ask('a'), await ask('b'), Object.keys(set.record)]).toEqual(['a:1', 'b:1', ['a', 'b']]);
    expect(closed).toEqual(['b:2', 'c:1', 'c:2']);
  });

  test('outlive a supergraph that names them no longer, for what began before', async () => {
    set.change(named(['a', 'a:1']), () => {});
    expect(await ask('b')).toBe('b:1');
    while (set.record.b) await new Promise(setImmediate);
    expect(closed).toEqual(['b:1']);
  });
});
