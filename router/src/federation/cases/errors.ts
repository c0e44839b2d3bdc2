import type { FederationCase } from '../harness.ts';

const fail = (message: string) => () => {
  throw new Error(message);
};

/** What a subgraph cannot answer, and where that is felt. */
export const errorCases: FederationCase[] = [
  {
    name: 'an error of a subgraph stands where its field stands, also inside lists of entities',
    subgraphs: {
      a: {
        sdl: `type Query { rooms: [Room] grid: [[Room]] lost: Room boom: String }
          type Room @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: {
            rooms: () => [{ id: '1' }, null, { id: '2' }, { id: '3' }],
            grid: () => [[{ id: '3' }], [{ id: '1' }, { id: '2' }]],
            lost: fail('lost'),
            boom: fail('boom'),
          },
        },
      },
      b: {
        sdl: `type Room @key(fields: "id") { id: ID! light: String lamps: [Lamp!] door: Door must: String! } type Lamp { watt: Int! } type Door { lock: String }`,
        resolvers: {
          Room: {
            __resolveReference: async ({ id }: { id: string }) => {
              if (id === '3') throw new Error('no room 3');
              return { id, must: id === '1' ? 'm' : null };
            },
            light: ({ id }: { id: string }) => (id === '2' ? fail('dark')() : 'on'),
            lamps: ({ id }: { id: string }) => (id === '1' ? [{ watt: 1 }, { watt: null }] : [{ watt: 2 }]),
            door: () => ({ lock: null }),
          },
          Door: { lock: fail('rusty') },
        },
      },
    },
    operations: [
      {
        query: '{ rooms { id light } boom }',
        expected: {
          data: { rooms: [{ id: '1', light: 'on' }, null, { id: '2', light: null }, { id: '3', light: null }], boom: null },
          errors: ['boom: boom', 'rooms.2.light: dark', 'rooms.3: no room 3'],
        },
      },
      {
        query: '{ rooms { id: light } }',
        expected: {
          data: { rooms: [{ id: 'on' }, null, { id: null }, { id: null }] },
          errors: ['rooms.2.id: dark', 'rooms.3: no room 3'],
        },
        apollo: {
          data: { rooms: [{ id: 'on' }, null, { id: null }, { id: '3' }] },
          errors: ['rooms.2.id: dark', 'rooms.3: no room 3'],
          why: 'where the field does not come, the key stands in its place',
        },
      },
      {
        query: '{ grid { it: light } lost { light } }',
        expected: {
          data: { grid: [[{ it: null }], [{ it: 'on' }, { it: null }]], lost: null },
          errors: ['grid.0.0: no room 3', 'grid.1.1.it: dark', 'lost: lost'],
        },
      },
      {
        query: '{ rooms { lamps { watt } door { lock } } }',
        expected: {
          data: {
            rooms: [
              { lamps: null, door: { lock: null } },
              null,
              { lamps: [{ watt: 2 }], door: { lock: null } },
              { lamps: null, door: null },
            ],
          },
          errors: [
            'rooms.0.door.lock: rusty',
            'rooms.0.lamps.1.watt: Cannot return null for non-nullable field Lamp.watt.',
            'rooms.2.door.lock: rusty',
            'rooms.3: no room 3',
          ],
        },
      },
      {
        query: '{ rooms { id must } }',
        expected: {
          data: { rooms: [{ id: '1', must: 'm' }, null, null, null] },
          errors: ['rooms.2.must: Cannot return null for non-nullable field Room.must.', 'rooms.3: no room 3'],
        },
      },
    ],
  },
  {
    name: 'a field that may not be null takes its parents along up to one that may',
    subgraphs: {
      a: {
        sdl: `type Query { box: Box strict: Strict! list: [Strict!] }
          type Box { strict: Strict! other: Int }
          type Strict @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { box: () => ({ strict: { id: '1' }, other: 1 }), strict: () => ({ id: '1' }), list: () => [{ id: 'ok' }, { id: '1' }] },
        },
      },
      b: {
        sdl: 'type Strict @key(fields: "id") { id: ID! value: Int! inner: Inner! } type Inner { n: Int! m: Int }',
        resolvers: {
          Strict: {
            __resolveReference: ({ id }: { id: string }) => (id === 'ok' ? { id, value: 1, inner: { n: 1 } } : null),
          },
        },
      },
    },
    operations: [
      {
        query: '{ box { other strict { id value } } }',
        expected: { data: { box: null }, errors: ['box.strict: Cannot return null for non-nullable field Box.strict.'] },
        apollo: 'silent',
      },
      {
        query: '{ strict { value } }',
        expected: { data: null, errors: ['strict: Cannot return null for non-nullable field Query.strict.'] },
        apollo: 'silent',
      },
      {
        query: '{ list { value } }',
        expected: { data: { list: null }, errors: ['list.1: Cannot return null for non-nullable item of field Query.list.'] },
        apollo: 'silent',
      },
      {
        query: '{ list { id inner { m } } }',
        expected: { data: { list: null }, errors: ['list.1: Cannot return null for non-nullable item of field Query.list.'] },
        apollo: 'silent',
      },
    ],
  },
];
