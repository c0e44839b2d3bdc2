import { createHash } from 'node:crypto';
import type { Locale } from '@atelier/service-kit/words';

/** A line of a list: what it is, how much of it, and small print. */
export interface Item {
  text: string;
  count?: string;
  detail?: string;
}

/** A small page that the server writes itself: one heading, one sentence, one button, and a list where there is more to say. */
export interface Page {
  locale: Locale;
  /** Whose page it is: the studio's name, or ours. */
  from: string;
  /** The address of a logo; null shows the name in letters. */
  logo: string | null;
  heading: string;
  text: string;
  /** What there is to read below: lists under headings of their own. */
  sections?: readonly { title: string; items: readonly Item[] }[];
  /** Sentences after that. */
  closing?: readonly string[];
  /** The same in another form. */
  link?: { label: string; url: string };
  /** The one thing to do; null where nothing is left to do. */
  action: { label: string; method: 'get' | 'post'; url: string; fields?: Record<string, string> } | null;
  /** Our own name, small, on pages that are a studio's. */
  foot: string | null;
}

// The colours are those of web/src/ui/tokens.css; a page of one button loads no style sheet.
const STYLE = `
:root{color-scheme:light dark;--ground:oklch(0.971 0.007 84);--ink-1:oklch(0.225 0.012 60);--ink-2:oklch(0.4 0.013 62);--line:oklch(0.893 0.01 80);--accent:oklch(0.415 0.18 264);--accent-hover:oklch(0.365 0.165 264);--accent-ink:oklch(0.985 0.005 84);--focus:oklch(0.5 0.2 262)}
@media(prefers-color-scheme:dark){:root{--ground:oklch(0.208 0.007 62);--ink-1:oklch(0.935 0.009 84);--ink-2:oklch(0.79 0.011 80);--line:oklch(0.308 0.009 62);--accent:oklch(0.755 0.105 266);--accent-hover:oklch(0.81 0.085 266);--accent-ink:oklch(0.208 0.007 62);--focus:oklch(0.755 0.105 266)}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;grid-template-rows:1fr auto;background:var(--ground);color:var(--ink-1);font:16px/1.5 ui-sans-serif,system-ui,sans-serif}
main{width:min(100%,30rem);margin:auto;padding:40px 24px}
.from{display:block;margin:0 0 32px;padding-bottom:16px;border-bottom:1px solid var(--line);font-weight:500}
.from img{display:block;max-width:160px;max-height:64px}
h1{margin:0 0 8px;font:500 26px/1.25 Newsreader,Georgia,'Times New Roman',serif;text-wrap:balance}
p{margin:0 0 24px;color:var(--ink-2)}
h2{margin:32px 0 8px;font:500 18px/1.3 Newsreader,Georgia,'Times New Roman',serif}
ul{margin:0 0 24px;padding:0;list-style:none}
li{display:grid;grid-template-columns:1fr auto;gap:0 24px;padding:8px 0;border-top:1px solid var(--line);color:var(--ink-1)}
li span{white-space:nowrap;font-variant-numeric:tabular-nums}
li small{grid-column:1/-1;font-size:14px;color:var(--ink-2)}
a{color:var(--accent)}
a:focus-visible{outline:2px solid var(--focus);outline-offset:3px}
button{min-height:44px;padding:0 20px;border:0;border-radius:8px;background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:500;cursor:pointer}
button:hover{background:var(--accent-hover)}
button:focus-visible{outline:2px solid var(--focus);outline-offset:3px}
footer{padding:24px;text-align:center;color:var(--ink-2);font-size:12px}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Only what the page itself holds: its own style, pictures and form target of this origin, nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The page as an answer that nobody may keep, frame or learn the address of. */
export function pageResponse(page: Page, status = 200): Response {
  return new Response(html(page), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': page.locale,
      'cache-control': 'no-store',
      'content-security-policy': PAGE_POLICY,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
}

function html(page: Page): string {
  const { locale, from, logo, heading, text, action, foot } = page;
  const fields = Object.entries(action?.fields ?? {}).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const form =
    action === null
      ? ''
      : `<form method="${action.method}" action="${escapeHtml(action.url)}">${fields.join('')}<button type="submit">${escapeHtml(action.label)}</button></form>`;
  const head = logo === null ? escapeHtml(from) : `<img src="${escapeHtml(logo)}" alt="${escapeHtml(from)}">`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(heading)} · ${escapeHtml(from)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<div class="from">${head}</div>
<h1>${escapeHtml(heading)}</h1>
<p>${escapeHtml(text)}</p>
${moreOf(page)}${form}
</main>
${foot === null ? '' : `<footer>${escapeHtml(foot)}</footer>`}
</body>
</html>
`;
}

function itemOf({ text, count, detail }: Item): string {
  const more = detail === undefined ? '' : `<small>${escapeHtml(detail)}</small>`;
  return `<li><div>${escapeHtml(text)}</div><span>${escapeHtml(count ?? '')}</span>${more}</li>\n`;
}

function moreOf({ sections = [], closing = [], link }: Page): string {
  const lists = sections.map(({ title, items }) => `<h2>${escapeHtml(title)}</h2>\n<ul>\n${items.map(itemOf).join('')}</ul>\n`);
  const sentences = closing.map((sentence) => `<p>${escapeHtml(sentence)}</p>\n`);
  return [...lists, ...sentences, link ? `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>\n` : ''].join('');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
