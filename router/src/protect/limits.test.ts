import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { type DocumentLimits, limitErrors, measure, textErrors, variableErrors } from './limits.ts';

const limits: DocumentLimits = {
  characters: 100_000,
  tokens: 5_000,
  nesting: 100,
  depth: 15,
  fields: 1_000,
  rootFields: 20,
  aliases: 50,
  directives: 50,
};
const refused = (text: string, operationName?: string) => limitErrors(parse(text), operationName, limits).map(({ message }) => message);
const chain = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;

describe('an operation is measured with its fragments written out', () => {
  test('depth is counted through fragments and inline fragments', () => {
    expect(measure(parse(chain(9))).depth).toBe(9);
    expect(measure(parse('{ a { ...F } } fragment F on T { b { ... on U { c { ...G } } } } fragment G on V { d { e } }')).depth).toBe(5);
    expect(refused(chain(15))).toEqual([]);
    expect(refused(chain(16))).toEqual([
      'The request has 16 levels of fields; at most 15 are taken. Ask for what lies deeper by its id, in a second request.',
    ]);
  });

  test('a fragment called __schema is a fragment like any other', () => {
    const deep = `{ ...__schema } fragment __schema on Query ${chain(16)}`;
    expect(refused(deep)[0]).toContain('16 levels of fields');
    expect(refused(`query __schema ${chain(16)}`)[0]).toContain('16 levels of fields');
  });

  test('a fragment that is used twice counts twice', () => {
    const facts = measure(parse('{ x: a { ...F } b { ...F } } fragment F on T { c: d @skip(if: false) __typename e: __typename }'));
    expect(facts).toMatchObject({ fields: 8, aliases: 5, directives: 2, rootFields: 2, depth: 2 });
  });

  test('aliases of one field, of __typename too, are counted wherever they stand', () => {
    const flood = Array.from({ length: 51 }, (_, index) => `a${index}: __typename`).join(' ');
    expect(refused(`{ b { ${flood} } }`)[0]).toContain('51 aliases');
    expect(refused(`mutation { ${flood} }`)).toEqual([
      expect.stringContaining('51 fields at the root'),
      expect.stringContaining('51 aliases'),
    ]);
    expect(refused(`{ ...F } fragment F on Query { ... { ${flood} } }`)[0]).toContain('51 fields at the root');
  });

  test('directives on everything are counted', () => {
    const many = '@skip(if: false) '.repeat(17);
    expect(refused(`query ($a: Int ${many}) ${many} { ...F ${many} } fragment F on Query { a }`)[0]).toContain('51 directives');
  });

  test('fragments that multiply each other are known without writing them out', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `fragment F${index} on T { a { ...F${index + 1} } b { ...F${index + 1} } }`);
    const document = parse(`{ ...F0 } ${doubling.join(' ')} fragment F60 on T { c }`);
    const facts = measure(document);
    expect(facts.fields).toBeGreaterThan(2 ** 60);
    expect(facts.visited).toBe(1 + 60 * 4 + 1);
    expect(refused(`{ ...F0 } ${doubling.join(' ')} fragment F60 on T { c }`)).toContainEqual(
      expect.stringContaining('has far more fields'),
    );
  });

  test('a chain of fragments counts as nesting, and one that leads into itself is left to validation', () => {
    const long = Array.from({ length: 200 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} }`).join(' ');
    expect(refused(`{ ...F0 } ${long} fragment F200 on Query { a }`)[0]).toContain('202 levels of braces');
    expect(refused('{ ...A } fragment A on Query { a ...B } fragment B on Query { ...A }')).toEqual([]);
  });

  test('only the operation that will run counts; when none is named, all do', () => {
    const two = `query Small { a } query Deep ${chain(16)}`;
    expect(refused(two, 'Small')).toEqual([]);
    expect(refused(two)).toHaveLength(1);
    expect(refused(two, 'Nothing')).toHaveLength(1);
  });

  test('the standard introspection query passes', () => {
    expect(refused(getIntrospectionQuery({ descriptions: true, directiveIsRepeatable: true, inputValueDeprecation: true }))).toEqual([]);
  });
});

describe('a text is refused before it is parsed', () => {
  const first = (text: string) => textErrors(text, limits)[0]?.message;
  test('when it is too long or has too many words', () => {
    expect(first('#'.repeat(100_001))).toContain('100001 characters');
    expect(first(`{ ${'a '.repeat(5_000)} }`)).toContain('5001 words');
  });

  test('when braces, lists or objects stand too deep in each other', () => {
    for (const [left, right] of ['{}', '[]', '()'].map((pair) => [...pair])) {
      expect(first(`{ a ${left?.repeat(100)}${right?.repeat(100)} }`)).toContain('101 levels of braces');
      expect(first(`{ a ${`${left}${right}`.repeat(200)} }`)).toBeUndefined();
    }
  });

  test('and braces in texts and remarks are no braces', () => {
    const braces = '{'.repeat(300);
    expect(first(`{ a(b: "${braces}\\"${braces}", c: """${braces} \\""" ${braces}""") # ${braces}\n }`)).toBeUndefined();
    expect(first(`{ a(b: "never ended ${braces}`)).toBeUndefined();
  });

  test('and so are variables that nobody could write out again', () => {
    const nested = (levels: number) => JSON.parse(`${'{"a":['.repeat(levels)}${']}'.repeat(levels)}`) as Record<string, unknown>;
    expect(variableErrors(nested(50), limits)).toEqual([]);
    expect(variableErrors(nested(20_000), limits)[0]?.message).toContain('101 levels');
  });
});

describe('whatever document comes', () => {
  const schema = buildSchema('type Query { a(x: [[Int]]): Query b: Query c: [Query] s: String }');
  const name = fc.constantFrom('a', 'b', 'c', 's', '__typename', '__schema', 'F0', 'F1');
  const { selection } = fc.letrec<{ selection: string; set: string }>((tie) => ({
    set: fc.array(tie('selection'), { minLength: 1, maxLength: 4 }).map((each) => `{ ${each.join(' ')} }`),
    selection: fc.oneof(
      { depthSize: 'large', withCrossShrink: true },
      name,
      fc.tuple(name, name).map(([alias, field]) => `${alias}: ${field}`),
      name.map((fragment) => `...${fragment}`),
      fc.tuple(name, tie('set')).map(([field, set]) => `${field} ${set}`),
      tie('set').map((set) => `... @include(if: true) ${set}`),
    ),
  }));
  const documents = fc
    .tuple(fc.array(selection, { minLength: 1, maxLength: 5 }), fc.array(selection, { minLength: 2, maxLength: 2 }))
    .map(([root, bodies]) => `{ ${root.join(' ')} } ${bodies.map((body, index) => `fragment F${index} on Query { ${body} }`).join(' ')}`);

  test('each selection is looked at once, and what passes can be validated', () => {
    fc.assert(
      fc.property(documents, (text) => {
        if (textErrors(text, limits).length > 0) return;
        const document = parse(text);
        expect(measure(document).visited).toBeLessThanOrEqual(text.split(/\s+/).length);
        if (limitErrors(document, undefined, limits).length === 0) validate(schema, document, specifiedRules);
      }),
      { numRuns: 300 },
    );
  });

  test('any text at all is refused or left to the parser, and nothing breaks', () => {
    const marks = fc.constantFrom('{', '}', '[', ']', '(', ')', '"', '"""', '\\', '...', 'a', ':', '$', '@', '\n', '#', '\u0000', '\ud800');
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 400 }), (parts) => {
        const text = parts.join('');
        if (textErrors(text, limits).length > 0) return;
        try {
          limitErrors(parse(text, { maxTokens: limits.tokens }), undefined, limits);
        } catch (error) {
          expect(String(error)).toContain('Syntax Error');
        }
      }),
      { numRuns: 500 },
    );
  });
});
