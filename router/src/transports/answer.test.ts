import { describe, expect, test } from '@jest/globals';
import { readAnswer } from './answer.ts';
import { TransportError } from './transport.ts';

const request = { query: '{ a }', viewerToken: '', traceId: '' };
const entities = {
  ...request,
  query: 'query($representations:[_Any!]!){_entities(representations:$representations){...on A{b}}}',
  variables: { representations: [{ id: 1 }, { id: 2 }] },
};
const read = (answer: unknown, of = request) => readAnswer(of, JSON.stringify(answer), 200);

describe('an answer', () => {
  test('keeps data and errors, and nothing else', () => {
    expect(read({ data: { a: 1 }, errors: [{ message: 'no', path: ['a', 0], locations: [], stack: 'x' }], tracing: {} })).toEqual({
      data: { a: 1 },
      errors: [{ message: 'no', path: ['a', 0] }],
    });
  });

  test('without errors may say so in any way', () => {
    for (const errors of [null, [], undefined]) expect(read({ data: { a: 1 }, errors })).toEqual({ data: { a: 1 } });
  });

  test('may have errors of any shape, as long as they are a list', () => {
    const errors = [null, 'broken', { message: 3 }, { message: 'm', path: [{}], extensions: 'no' }];
    const unnamed = { message: 'an error without a message' };
    expect(read({ data: null, errors })).toEqual({ data: null, errors: [unnamed, unnamed, unnamed, { message: 'm' }] });
  });

  const none: [string, unknown][] = [
    ['a list', []],
    ['a number', 3],
    ['null', null],
    ['an object of something else', { ok: true }],
    ['data that is a list', { data: [] }],
    ['data that is a text', { data: 'x' }],
    ['neither data nor errors', { data: null }],
    ['no errors in its list', { errors: [] }],
    ['errors that are no list', { data: { a: 1 }, errors: { message: 'x' } }],
    ['errors that are a text', { data: { a: 1 }, errors: 'x' }],
  ];
  test.each(none)('is not %s', (_what, answer) => expect(() => read(answer)).toThrow(TransportError));

  test('is not what breaks off', () => expect(() => readAnswer(request, '{"data":{"a":', 200)).toThrow(TransportError));

  test('has one entity for each that was asked for', () => {
    expect(read({ data: { _entities: [{ b: 1 }, null] } }, entities)).toEqual({ data: { _entities: [{ b: 1 }, null] } });
    for (const wrong of [[], [{ b: 1 }], [{}, {}, {}], null, undefined, {}, 'xx']) {
      expect(() => read({ data: { _entities: wrong } }, entities)).toThrow(TransportError);
    }
  });

  test('may have no entities when it says why', () => {
    const answer = { data: { _entities: null }, errors: [{ message: 'no' }] };
    expect(read(answer, entities)).toEqual(answer);
  });

  test('is not measured by a client’s variable that happens to be called representations', () => {
    const own = { ...request, variables: { representations: [1, 2, 3] } };
    expect(read({ data: { a: 1 } }, own)).toEqual({ data: { a: 1 } });
  });

  test('has no key that reaches a prototype, however it is written', () => {
    for (const key of [
      '__proto__',
      '\\u005f_proto__',
      '__pr\\u006Fto__',
      '\\u005F\\u005F\\u0070\\u0072\\u006f\\u0074\\u006f\\u005f\\u005f',
    ]) {
      const { data } = readAnswer(request, `{"data":{"a":{"${key}":{"polluted":true},"b":1}}}`, 200);
      expect(Object.getOwnPropertyNames(data?.a)).toEqual(['b']);
    }
    expect(readAnswer(request, '{"data":{"a":"\\u00e9\\u005f"}}', 200)).toEqual({ data: { a: 'é_' } });
  });
});
