import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { catalogues } from '../../scripts/catalogues.ts';
import { pickLocale } from './locales.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
/** Attributes that a reader sees or hears. */
const SPOKEN = new Set([
  'title',
  'label',
  'hint',
  'error',
  'note',
  'placeholder',
  'alt',
  'content',
  'description',
  'lead',
  'negativeWord',
  'keywords',
]);
/** Elements whose text the macro takes into the catalogue. */
const TRANSLATED = new Set(['Trans', 'Plural', 'Select', 'SelectOrdinal']);
const LETTER = /\p{L}/u;

function isSpoken(attribute: string): boolean {
  return SPOKEN.has(attribute) || /^aria-(label|description|roledescription|valuetext)$/.test(attribute);
}

/** The strings of one file that a reader would meet and that the catalogue does not know, each with its line. */
function strayStrings(file: string, text: string): string[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const stray: string[] = [];
  const report = (node: ts.Node, words: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    stray.push(`${file}:${line + 1} ${words.trim()}`);
  };
  const isWords = (node: ts.Node | undefined): node is ts.StringLiteralLike =>
    node !== undefined && ts.isStringLiteralLike(node) && LETTER.test(node.text);
  const visit = (node: ts.Node) => {
    if (ts.isJsxElement(node) && TRANSLATED.has(node.openingElement.tagName.getText(tree))) {
      node.openingElement.attributes.forEachChild(visit);
      return;
    }
    if (ts.isJsxText(node) && LETTER.test(node.text)) report(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && isWords(node.expression)) report(node, node.expression.text);
    if (ts.isJsxAttribute(node) && isSpoken(node.name.getText(tree))) {
      const value = node.initializer && ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (isWords(value)) report(node, value.text);
    }
    node.forEachChild(visit);
  };
  visit(tree);
  return stray;
}

// GraphiQL speaks English, and so does what stands round it.
const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx') && !/^(dev|graphiql)\//.test(file) && !file.includes('__generated__'),
);

describe('what a reader sees', () => {
  test('comes from the catalogue in every component', () => {
    expect(components.flatMap((file) => strayStrings(file, readFileSync(`${source}/${file}`, 'utf8')))).toEqual([]);
  });

  test('is found by the check when it bypasses the catalogue', () => {
    const planted = `export const A = () => <p title="Hello">{'There'} you <Trans>fine</Trans> <img alt={\`x\`} /></p>;`;
    expect(strayStrings('A.tsx', planted)).toEqual(['A.tsx:1 Hello', 'A.tsx:1 There', 'A.tsx:1 you', 'A.tsx:1 x']);
  });
});

test('the catalogues hold exactly what the source says, and every language of the client has every message', async () => {
  const wrong: string[] = [];
  for (const { catalogue, name, locales } of await catalogues()) {
    const said = Object.keys((await catalogue.collect()) ?? {}).sort();
    for (const locale of locales) {
      const kept = (await catalogue.read(locale)) ?? {};
      const known = Object.entries(kept).filter(([, message]) => !message.obsolete);
      expect({ name, locale, ids: known.map(([id]) => id).sort() }).toEqual({ name, locale, ids: said });
      if (locale === 'en') continue;
      for (const [, message] of known) if (!message.translation) wrong.push(`${name}/${locale}.po: ${message.message}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a moment is told as what happened then: it reads "3 hours ago", which nothing can be "since"', async () => {
  const wrong: string[] = [];
  for (const { catalogue, name } of await catalogues()) {
    for (const { message = '' } of Object.values((await catalogue.read('en')) ?? {})) {
      if (/\bsince <\d+\/>/i.test(message)) wrong.push(`${name}: ${message}`);
    }
  }
  expect(wrong).toEqual([]);
});

describe('the language of a client', () => {
  test('is the first that they prefer and we have', () => {
    expect(pickLocale(['de-AT', 'es-MX', 'en'])).toBe('es');
    expect(pickLocale(['en-GB', 'es'])).toBe('en');
  });

  test('is English where we have none of theirs', () => {
    expect(pickLocale(['fi', 'sv'])).toBe('en');
    expect(pickLocale([])).toBe('en');
  });
});
