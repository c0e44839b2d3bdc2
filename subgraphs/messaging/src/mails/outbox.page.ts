import { escapeHtml } from './html.ts';
import type { MailContent, StoredMail } from './mail.ts';

/** A mail as the outbox shows it; without content it is not written yet, or was dropped. */
export interface ShownMail extends Pick<StoredMail, 'id' | 'template' | 'state' | 'createdAt' | 'failure'> {
  content: MailContent | null;
}

const STYLE = `
:root{color-scheme:light dark;--paper:#f7f4ee;--sheet:#fcfaf6;--ink:#241f19;--ink-2:#5d564c;--line:#e2ddd3;--accent:#2440a8}
@media(prefers-color-scheme:dark){:root{--paper:#211d18;--sheet:#2a251f;--ink:#f0ece5;--ink-2:#c9c3b9;--line:#4a443c;--accent:#aebcf5}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 ui-sans-serif,system-ui,sans-serif}
main{max-width:760px;margin:0 auto;padding:32px 16px}
h1{font:500 26px/1.25 Newsreader,Georgia,serif;margin:0 0 8px}
h2{font-size:14px;font-weight:600;margin:24px 0 8px}
p{margin:0 0 16px;color:var(--ink-2);max-width:68ch}
a{color:var(--accent)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
ol{list-style:none;margin:24px 0 0;padding:0;border-top:1px solid var(--line)}
li{border-bottom:1px solid var(--line)}
li a{display:block;padding:12px 0;min-height:44px;color:inherit;text-decoration:none}
li a:hover strong{text-decoration:underline}
li strong{display:block;font-weight:500}
li span{color:var(--ink-2);font-size:13px}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:0 0 16px}
dt{color:var(--ink-2)}dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:560px;border:1px solid var(--line);border-radius:8px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--sheet);border:1px solid var(--line);border-radius:8px;padding:16px;margin:0}
`;

const NOTICE = 'This is a stand-in for a mail service. Nothing on this page was sent: no mail leaves this machine.';
const LINK = /https?:\/\/[^\s<>"']+/g;

/** Of the outbox, which sends nothing: what is `sent` elsewhere is kept here. */
const stateWord = (state: StoredMail['state']): string => ({ sent: 'kept here', waiting: 'not written yet' })[state as string] ?? state;

/** The newest mails. */
export function listPage(mails: readonly ShownMail[], to: string | null): string {
  const items = mails.map(({ id, template, state, createdAt, failure, content }) => {
    const title = content?.subject ?? `${template}, ${stateWord(state)}`;
    const line = [content?.to.email, moment(createdAt), failure].filter(Boolean).join(' · ');
    return `<li><a href="/dev/mail/${escapeHtml(id)}"><strong>${escapeHtml(title)}</strong><span>${escapeHtml(line)}</span></a></li>`;
  });
  const filter = to === null ? '' : `<p>Only to ${escapeHtml(to)}. <a href="/dev/mail">Show all</a></p>`;
  const list =
    items.length === 0
      ? '<p>No mail yet. Sign up, ask for a sign-in link or invite somebody, and look again.</p>'
      : `<ol>${items.join('')}</ol>`;
  return page('Mail outbox', `<h1>Mail outbox</h1><p>${NOTICE}</p>${filter}${list}`);
}

/** One mail: what it looks like, and its text with links that can be followed. */
export function mailPage({ content, template, state, createdAt, failure }: ShownMail): string {
  const facts = [
    ['To', content ? (content.to.name ? `${content.to.name} <${content.to.email}>` : content.to.email) : null],
    ['From', content?.from],
    ['Written', moment(createdAt)],
    ['Kind', `${template}, ${stateWord(state)}`],
    ['Failure', failure],
  ].flatMap(([name, value]) => (value ? [`<dt>${escapeHtml(name ?? '')}</dt><dd>${escapeHtml(value)}</dd>`] : []));
  const title = content?.subject ?? template;
  const bodies =
    content === null
      ? '<p>It says nothing yet.</p>'
      : `<h2>As it looks</h2><iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(inNewTab(content.html))}"></iframe>
<h2>As plain text</h2><pre>${linked(content.text)}</pre>`;
  return page(
    title,
    `<p><a href="/dev/mail">Mail outbox</a></p><h1>${escapeHtml(title)}</h1><p>${NOTICE}</p><dl>${facts.join('')}</dl>${bodies}`,
  );
}

/** The frame may not lead this page away, so its links open beside it. */
const inNewTab = (html: string): string => html.replace('<head>', '<head>\n<base target="_blank">');

function linked(text: string): string {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const url = escapeHtml(match[0]);
    out += `${escapeHtml(text.slice(at, match.index))}<a href="${url}">${url}</a>`;
    at = match.index + match[0].length;
  }
  return out + escapeHtml(text.slice(at));
}

const moment = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>
`;
}
