import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzleSchemas } from '../migration.ts';
import { Refusal } from './program.ts';

/** What a new subgraph and its first room are called. */
export interface SubgraphNames {
  /** Of the folder, of the schema in PostgreSQL, and of the service. */
  name: string;
  /** One thing. */
  noun: string;
  /** Many of them, and the room. */
  nouns: string;
}

const WORD = /^[a-z]{3,30}$/;

/** Names that something else in the house has: the virtual subgraph of live fields, services, schemas of PostgreSQL. */
const TAKEN = ['live', 'router', 'web', 'atelier', 'public'];

/**
 * The names that follow from what was typed.
 * @throws Refusal for what is no word, and where the singular cannot be told from the name
 */
export function namesOf(name: string, given: { noun?: string; plural?: string }): SubgraphNames {
  const noun = given.noun ?? singularOf(name);
  if (noun === null) throw new Refusal(`What is one of ${name} called? Say it: npm run new:subgraph -- ${name} --noun <noun>`);
  const nouns = given.plural ?? pluralOf(noun);
  for (const word of [name, noun, nouns]) {
    if (!WORD.test(word)) throw new Refusal(`A name is one word of 3 to 30 lower-case letters, as in lanterns, and not "${word}".`);
  }
  if (noun === nouns) throw new Refusal(`One and many must differ, and both are "${noun}": say another --noun or --plural.`);
  return { name, noun, nouns };
}

/**
 * Makes sure that the tree has room for the names.
 * @param templateCode TypeScript in which the noun will be a name among others
 * @throws Refusal that says what has the name already
 */
export function checkNames(root: string, { name, noun, nouns }: SubgraphNames, templateCode: string): void {
  if (existsSync(join(root, 'subgraphs', name)))
    throw new Refusal(`There is a subgraphs/${name} already: choose another name, or remove it.`);
  if (TAKEN.includes(name) || drizzleSchemas(root).some((schema) => schema.name === name))
    throw new Refusal(`Something else is called "${name}" already: choose another name.`);
  const type = noun.charAt(0).toUpperCase() + noun.slice(1);
  const api = readFileSync(join(root, 'docs/api/schema.graphql'), 'utf8');
  if (new RegExp(`^(type|input|enum|union|interface|scalar) ${type}(Connection|Edge)?\\b`, 'm').test(api))
    throw new Refusal(`The API has a type ${type} already: choose another --noun.`);
  if (new RegExp(`^  ${nouns}\\b`, 'm').test(/^type Query \{$[\s\S]*?^\}$/m.exec(api)?.[0] ?? ''))
    throw new Refusal(`The API has a field ${nouns} already: choose another --plural.`);
  const code = templateCode.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '');
  const used = [noun, nouns].find((word) => RESERVED.has(word) || new RegExp(`\\b${word}\\b`).test(code));
  if (used) throw new Refusal(`"${used}" means something else in the code of a room: choose another --noun or --plural.`);
}

/** Words that JavaScript keeps for itself. */
const RESERVED = new Set(
  'arguments await break case catch class const continue debugger default delete enum eval export extends false finally for function implements import instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);

/** The regular English singular; null where the word shows none. */
function singularOf(nouns: string): string | null {
  if (/[^aeiou]ies$/.test(nouns)) return nouns.replace(/ies$/, 'y');
  if (/(s|x|z|ch|sh)es$/.test(nouns)) return nouns.slice(0, -2);
  return /[^s]s$/.test(nouns) ? nouns.slice(0, -1) : null;
}

/** The regular English plural. */
function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
