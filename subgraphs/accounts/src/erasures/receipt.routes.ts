import type { Database } from '@atelier/service-kit/database';
import type { Locale } from '@atelier/service-kit/words';
import { preferredLocale } from '../locale.ts';
import { type Item, pageResponse } from '../page.ts';
import { hashSecret } from '../secrets.ts';
import { failure, type WebHandler } from '../web.ts';
import { erasureByToken } from './erasure.repository.ts';
import { type Erasure, type Line, linesOf } from './erasure.ts';

/** Where receipts are read: `/auth/receipt/<secret>`, and `/auth/receipt/<secret>.json`. */
export const RECEIPT_PATH = '/auth/receipt/';

const PATH = /^\/auth\/receipt\/([A-Za-z0-9_-]{43})(\.json)?$/;

type Words = Record<
  'studio' | 'account' | 'whole' | 'waiting' | 'over' | 'overText' | 'gone' | 'emptied' | 'kept' | 'others' | 'asData',
  string
> & {
  rows(count: number): string;
  until(day: string): string;
  standing: string;
  readable(day: string): string;
};

const WORDS: Record<Locale, Words> = {
  en: {
    studio: 'The studio is deleted',
    account: 'The account is deleted',
    whole: 'Asked for on {requested}, erased on {began}. For {who}.',
    waiting: 'Asked for on {requested}, begun on {began}. Not all parts of Atelier have answered yet; this page grows until they have.',
    over: 'There is no receipt here',
    overText: 'A receipt can be read for 90 days. The link may also be incomplete: copy it whole from the mail.',
    gone: 'Erased',
    emptied: 'Kept, without naming you',
    kept: 'Kept, and why',
    others:
      'What others wrote about you in their own words stays theirs. Copies in backups go when the backups of whoever runs this Atelier run out.',
    asData: 'The same as data (JSON)',
    rows: (count) => (count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`),
    until: (day) => `Until ${day}.`,
    standing: 'As long as the studio stands.',
    readable: (day) => `This page can be read until ${day}.`,
  },
  es: {
    studio: 'El estudio está eliminado',
    account: 'La cuenta está eliminada',
    whole: 'Pedido el {requested}, borrado el {began}. Para {who}.',
    waiting:
      'Pedido el {requested}, empezado el {began}. Aún no han respondido todas las partes de Atelier; esta página crece hasta que lo hagan.',
    over: 'Aquí no hay ningún recibo',
    overText: 'Un recibo se puede leer durante 90 días. Quizá el enlace no esté completo: cópialo entero del correo.',
    gone: 'Borrado',
    emptied: 'Conservado, sin nombrarte',
    kept: 'Conservado, y por qué',
    others:
      'Lo que otras personas escribieron sobre ti con sus palabras sigue siendo suyo. Las copias de seguridad desaparecen cuando caducan las de quien mantiene este Atelier.',
    asData: 'Lo mismo como datos (JSON)',
    rows: (count) => (count === 1 ? '1 entrada' : `${count.toLocaleString('es')} entradas`),
    until: (day) => `Hasta el ${day}.`,
    standing: 'Mientras exista el estudio.',
    readable: (day) => `Esta página se puede leer hasta el ${day}.`,
  },
};

/** Shows a receipt to whoever holds its link, as a page or as JSON. Nobody may keep it, and no search engine finds it. */
export function receiptRoute(options: { database: Pick<Database, 'reads'>; now: () => Date }): WebHandler {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return failure(405, 'METHOD_NOT_ALLOWED', 'Open the link with GET.');
    const [, token, json] = PATH.exec(new URL(request.url).pathname) ?? [];
    const found =
      token === undefined ? null : await erasureByToken(options.database.reads({ studioId: null }), hashSecret(token), options.now());
    const locale = preferredLocale(request.headers.get('accept-language'));
    if (json !== undefined) return found === null ? failure(404, 'NOT_FOUND', 'There is no receipt here.') : jsonOf(locale, found);
    return found === null ? missing(locale) : page(locale, found, `${new URL(request.url).pathname}.json`);
  };
}

/** The receipt as data: moments in ISO 8601, numbers of rows, reasons by their code and in words. */
function jsonOf(locale: Locale, { kind, veiled, requestedAt, beganAt, completedAt, expiresAt, waiting, tables }: Erasure): Response {
  const body = {
    kind,
    for: veiled,
    requestedAt,
    beganAt,
    completedAt,
    readableUntil: expiresAt,
    answersMissing: waiting,
    tables: linesOf(tables, locale),
  };
  return Response.json(body, { headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' } });
}

function missing(locale: Locale): Response {
  const words = WORDS[locale];
  return pageResponse({ locale, from: 'Atelier', logo: null, heading: words.over, text: words.overText, action: null, foot: null }, 404);
}

function page(locale: Locale, erasure: Erasure, jsonUrl: string): Response {
  const words = WORDS[locale];
  const day = (at: Date | string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
  const lines = linesOf(erasure.tables, locale);
  const section = (title: string, items: Item[]) => (items.length === 0 ? [] : [{ title, items }]);
  const counted = ({ holds }: Line, rows: number): Item[] => (rows > 0 ? [{ text: holds, count: words.rows(rows) }] : []);
  const told = erasure.waiting === 0 ? words.whole : words.waiting;
  const stays = ({ holds, kept }: Line): Item[] => {
    if (kept === null) return [];
    const until = kept.until === null ? words.standing : words.until(day(kept.until));
    return [{ text: holds, detail: `${kept.because} ${until}`, ...(kept.rows !== null && { count: words.rows(kept.rows) }) }];
  };
  return pageResponse({
    locale,
    from: 'Atelier',
    logo: null,
    heading: erasure.kind === 'STUDIO' ? words.studio : words.account,
    text: told
      .replace('{requested}', () => day(erasure.requestedAt))
      .replace('{began}', () => day(erasure.beganAt))
      .replace('{who}', () => erasure.veiled.join(', ')),
    sections: [
      ...section(
        words.gone,
        lines.flatMap((line) => counted(line, line.gone)),
      ),
      ...section(
        words.emptied,
        lines.flatMap((line) => counted(line, line.emptied)),
      ),
      ...section(words.kept, lines.flatMap(stays)),
    ],
    closing: [
      ...(erasure.kind === 'ACCOUNT' ? [words.others] : []),
      ...(erasure.expiresAt === null ? [] : [words.readable(day(erasure.expiresAt))]),
    ],
    link: { label: words.asData, url: jsonUrl },
    action: null,
    foot: null,
  });
}
