import { until } from '@atelier/testing/until';
import type { Person } from './person.ts';
import type { World } from './world.ts';

/** A mail as the outbox shows it. */
export interface Mail {
  id: string;
  template: string;
  to: string;
  subject: string;
  text: string;
  links: string[];
}

/** The mails to an address, the newest first. */
export async function mailsTo(world: World, address: string): Promise<Mail[]> {
  const answer = await fetch(`${world.url}/dev/mail.json?to=${encodeURIComponent(address)}`);
  if (answer.status !== 200) throw new Error(`The outbox answered ${answer.status}.`);
  return (await answer.json()) as Mail[];
}

/** The newest mail of a template to an address, once it is there; `after` is how many of them there were before. */
export async function mailTo(world: World, address: string, template: string, after = 0): Promise<Mail> {
  let found: Mail[] = [];
  await until(async () => {
    found = (await mailsTo(world, address)).filter((mail) => mail.template === template);
    return found.length > after;
  });
  const [newest] = found;
  if (!newest) throw new Error('There is no mail.');
  return newest;
}

/** The path of a mail's link, which must lead to this installation. */
export function linkIn(world: World, mail: Mail): string {
  const link = mail.links.find((each) => each.startsWith(world.url));
  if (!link) throw new Error(`No link of ours in the mail: ${mail.links.join(', ')}`);
  return link.slice(world.url.length);
}

/** Opens the page behind a mailed link and presses its one button. */
export async function pressButton(person: Person, path: string): Promise<Response> {
  const page = await (await person.fetch(path)).text();
  const [, method = '', action = ''] = /<form method="(get|post)" action="([^"]+)">/.exec(page) ?? [];
  if (action === '') throw new Error(`No button on the page: ${page.slice(0, 300)}`);
  const fields = new URLSearchParams(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [name, value]),
  );
  return method === 'get' ? person.fetch(`${action}?${fields}`) : person.fetch(action, { method: 'POST' });
}
