import type { Locale } from '@atelier/service-kit/words';
import { escapeHtml, oneLine } from '../html.ts';

/** What a mail says, in plain text; `layOut` makes it a mail. */
export interface Letter {
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  /** What somebody wrote, quoted. */
  quote?: string;
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** Small print under it. */
  note?: string;
}

/** In whose name a mail comes: a studio, or Atelier itself. */
export interface Sender {
  name: string;
  /** The address of a logo that any mail program can load; null shows the name in letters. */
  logo: string | null;
  isStudio: boolean;
}

const FOOT: Record<Locale, (studio: string) => string> = {
  en: (studio) => `Sent for ${studio} with Atelier`,
  es: (studio) => `Enviado para ${studio} con Atelier`,
};
const LINK_HELP: Record<Locale, string> = {
  en: 'If the button does nothing, copy this address into your browser:',
  es: 'Si el botón no funciona, copia esta dirección en tu navegador:',
};

/** Subject and both bodies. Nothing in them is loaded from elsewhere but a studio's logo, and nothing reports back. */
export function layOut(letter: Letter, sender: Sender, locale: Locale): { subject: string; text: string; html: string } {
  return { subject: oneLine(letter.subject), text: textOf(letter, sender, locale), html: htmlOf(letter, sender, locale) };
}

function textOf({ heading, paragraphs, quote, action, note }: Letter, sender: Sender, locale: Locale): string {
  const quoted = quote
    ?.split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const foot = sender.isStudio ? FOOT[locale](sender.name) : 'Atelier';
  const parts = [heading, ...paragraphs, quoted, action && `${action.label}:\n${action.url}`, note, `-- \n${foot}`];
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

// Mail programs drop style sheets at will: light colours stand in the elements, dark ones where a sheet is read.
const DARK = `@media (prefers-color-scheme:dark){.page{background:#211d18!important}.sheet,.h{color:#f0ece5!important}.p{color:#c9c3b9!important}.rule{border-color:#4a443c!important}.go{background:#aebcf5!important;color:#17172a!important}.a{color:#aebcf5!important}}`;
const SANS = "font-family:ui-sans-serif,system-ui,-apple-system,'Segoe UI',sans-serif";
const SERIF = "font-family:Newsreader,Georgia,'Times New Roman',serif";

function htmlOf({ subject, heading, paragraphs, quote, action, note }: Letter, sender: Sender, locale: Locale): string {
  const name = escapeHtml(sender.name);
  const from =
    sender.logo === null ? name : `<img src="${escapeHtml(sender.logo)}" alt="${name}" height="48" style="display:block;border:0">`;
  const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');
  const paragraph = (text: string) => `<p class="p" style="margin:0 0 16px;color:#4c463d">${lines(text)}</p>`;
  const button =
    action &&
    `<p style="margin:24px 0"><a class="go" href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#2440a8;color:#fdfbf8;font-weight:500;text-decoration:none">${escapeHtml(action.label)}</a></p>`;
  const help =
    action &&
    `<p class="p" style="margin:0 0 4px;color:#5d564c;font-size:13px">${LINK_HELP[locale]}</p><p style="margin:0 0 16px;font-size:13px;overflow-wrap:anywhere"><a class="a" href="${escapeHtml(action.url)}" style="color:#2440a8">${escapeHtml(action.url)}</a></p>`;
  const foot = escapeHtml(sender.isStudio ? FOOT[locale](sender.name) : 'Atelier');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(oneLine(subject))}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:32px 16px;background:#f7f4ee">
<div class="sheet" style="max-width:560px;margin:0 auto;color:#241f19;font-size:16px;line-height:1.5;${SANS}">
<div class="rule" style="padding-bottom:16px;margin-bottom:32px;border-bottom:1px solid #e2ddd3;font-weight:500">${from}</div>
<h1 class="h" style="margin:0 0 16px;font-size:26px;font-weight:500;line-height:1.25;${SERIF}">${escapeHtml(heading)}</h1>
${[
  ...paragraphs.map(paragraph),
  quote && `<blockquote class="rule" style="margin:0 0 16px;padding:0 0 0 16px;border-left:2px solid #e2ddd3">${lines(quote)}</blockquote>`,
  button,
  help,
  note && `<p class="p" style="margin:0 0 16px;color:#5d564c;font-size:13px">${lines(note)}</p>`,
]
  .filter(Boolean)
  .join('\n')}
<p class="p rule" style="margin:32px 0 0;padding-top:16px;border-top:1px solid #e2ddd3;color:#5d564c;font-size:12px">${foot}</p>
</div>
</body>
</html>
`;
}

/** How a letter begins, with a name or without. */
export const hello = (word: string, name: string): string => (name.trim() === '' ? `${word},` : `${word} ${name.trim()},`);

/** A moment as a reader anywhere understands it. */
export const moment = (locale: Locale, at: string): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at))} UTC`;
