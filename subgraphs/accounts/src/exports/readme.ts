import { type Locale, wordsIn } from '@atelier/service-kit/words';
import type { Contents, ExportOwner } from './contents.ts';

interface ReadmeWords {
  title(owner: ExportOwner): string;
  made(asked: string, made: string): string;
  files: readonly string[];
  howToRead: string;
  rules: readonly string[];
  tables: string;
  rows(count: number): string;
  pictures(count: number): string;
  notInIt: string;
  secrets: string;
}

const WORDS: Record<Locale, ReadmeWords> = {
  en: {
    title: (owner) => `Atelier: export of ${owner.kind === 'studio' ? `the studio ${owner.name}` : `${owner.name} <${owner.email}>`}`,
    made: (asked, made) => `Asked for ${asked}, made ${made}.`,
    files: [
      'Each table is here twice: as JSON (exact, for programs) and as CSV (UTF-8, for spreadsheets).',
      'index.json lists every file with its size and SHA-256, every column, and what was left out and why.',
    ],
    howToRead: 'How to read it',
    rules: [
      'Moments are ISO 8601 in UTC. Days are YYYY-MM-DD.',
      'Sums are whole numbers of the smallest unit of their currency. Numbers of 64 bits are texts in JSON.',
      'Rows point at each other by UUIDs, which are in every table. globalId is the id that the API shows of the row.',
      'In CSV, an apostrophe stands before text that a spreadsheet would run as a formula. The JSON has the text as it is.',
      'The rows of one domain (a folder) are as they were at one moment. Domains were read one after the other.',
    ],
    tables: 'Tables',
    rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
    pictures: (count) => `Pictures: ${count}, in the folder media, by the paths that the tables name.`,
    notInIt: 'Not in it',
    secrets: 'In every table: secrets and their hashes, and what was made only for searching.',
  },
  es: {
    title: (owner) => `Atelier: exportación ${owner.kind === 'studio' ? `del estudio ${owner.name}` : `de ${owner.name} <${owner.email}>`}`,
    made: (asked, made) => `Pedida el ${asked}, hecha el ${made}.`,
    files: [
      'Cada tabla está dos veces: como JSON (exacta, para programas) y como CSV (UTF-8, para hojas de cálculo).',
      'index.json enumera cada archivo con su tamaño y su SHA-256, cada columna, y lo que se dejó fuera y por qué (en inglés).',
    ],
    howToRead: 'Cómo leerla',
    rules: [
      'Los momentos están en ISO 8601 y UTC. Los días, como AAAA-MM-DD.',
      'Los importes son números enteros de la unidad más pequeña de su moneda. Los números de 64 bits son textos en JSON.',
      'Las filas se señalan unas a otras con UUID, que están en todas las tablas. globalId es el identificador con el que la API muestra la fila.',
      'En CSV hay un apóstrofo ante el texto que una hoja de cálculo ejecutaría como fórmula. El JSON tiene el texto tal cual.',
      'Las filas de un dominio (una carpeta) están como estaban en un mismo momento. Los dominios se leyeron uno tras otro.',
    ],
    tables: 'Tablas',
    rows: (count) => (count === 1 ? '1 fila' : `${count} filas`),
    pictures: (count) => `Imágenes: ${count}, en la carpeta media, con las rutas que nombran las tablas.`,
    notInIt: 'Lo que no está',
    secrets: 'En todas las tablas: los secretos y sus huellas, y lo que solo sirve para buscar.',
  },
};

/** `README.txt`: what is in it, for people, in the language of whoever asked for it. */
export function readmeOf(locale: Locale, { of, owner, madeAt, tables, files, leftOut }: Contents): string {
  const words = WORDS[locale];
  const width = Math.max(0, ...tables.map(({ path }) => path.length));
  const pictures = files.filter(({ path }) => path.startsWith('media/')).length;
  return `${[
    words.title(owner),
    words.made(of.requestedAt.toISOString(), madeAt.toISOString()),
    '',
    ...words.files,
    '',
    words.howToRead,
    ...words.rules.map((rule) => `- ${rule}`),
    '',
    words.tables,
    ...tables.map(({ path, rows, holds }) => `- ${path.padEnd(width)}  ${words.rows(rows)}. ${wordsIn(locale, holds)}`),
    ...(pictures === 0 ? [] : ['', words.pictures(pictures)]),
    '',
    words.notInIt,
    ...leftOut.map(({ name, because }) => `- ${name}: ${wordsIn(locale, because)}`),
    `- ${words.secrets}`,
  ].join('\r\n')}\r\n`;
}
