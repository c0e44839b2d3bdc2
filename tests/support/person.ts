import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** What GraphQL answered. */
export interface Answer {
  status: number;
  data: Record<string, unknown> | null;
  /** `extensions.code` of each error. */
  codes: unknown[];
  body: string;
}

/** Somebody with a cookie jar, who acts in one studio. */
export class Person {
  readonly url: string;
  studio: string | null;
  /** True acts by the contact's cookie where both are there. */
  asContact = false;
  authorization: string | null = null;
  readonly cookies = new Map<string, string>();

  constructor(url: string, studio: string | null) {
    this.url = url;
    this.studio = studio;
  }

  /** The same person in another tab: one cookie jar, another studio. */
  inStudio(studio: string): Person {
    const tab = new Person(this.url, studio);
    for (const [name, value] of this.cookies) tab.cookies.set(name, value);
    return tab;
  }

  /** The same person at another process of the installation. */
  at(url: string): Person {
    const there = new Person(url, this.studio);
    for (const [name, value] of this.cookies) there.cookies.set(name, value);
    there.asContact = this.asContact;
    return there;
  }

  /** A request as the pages make it; follows no redirect. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(this.url + path, {
      redirect: 'manual',
      ...init,
      headers: { origin: this.url, ...this.#who(), ...(init.headers as Record<string, string> | undefined) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  /** Asks GraphQL. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await this.post('/graphql', { query, variables });
    const body = await response.text();
    const { data, errors } = JSON.parse(body) as { data?: Record<string, unknown> | null; errors?: { extensions?: { code?: unknown } }[] };
    return { status: response.status, data: data ?? null, codes: (errors ?? []).map(({ extensions }) => extensions?.code), body };
  }

  /** As `ask`, where anything but an answer without errors is a mistake of the test. */
  async get<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, codes, body } = await this.ask(query, variables);
    if (codes.length > 0 || data === null) throw new Error(body);
    return data as T;
  }

  /** Opens a socket; `dispose` it. */
  socket(on: { closed?: (event: { code: number }) => void } = {}, origin: string = this.url): Client {
    const headers = { origin, cookie: this.#who().cookie ?? '' };
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      connectionParams: {
        ...(this.studio ? { studio: this.studio } : {}),
        ...(this.asContact ? { as: 'contact' } : {}),
        ...(this.authorization ? { authorization: this.authorization } : {}),
      },
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers });
        }
      },
      retryAttempts: 0,
      on: { closed: (event) => on.closed?.(event as { code: number }) },
    });
  }

  /** What the router reads of this person's requests. */
  credentials(): { cookieHeader: string | null; authorization: string | null; studioSlug: string | null; as: 'contact' | null } {
    return {
      cookieHeader: this.#who().cookie ?? null,
      authorization: this.authorization,
      studioSlug: this.studio,
      as: this.asContact ? 'contact' : null,
    };
  }

  #who(): Record<string, string> {
    return {
      ...(this.cookies.size > 0 ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
      ...(this.studio ? { 'x-atelier-studio': this.studio } : {}),
      ...(this.asContact ? { 'x-atelier-as': 'contact' } : {}),
      ...(this.authorization ? { authorization: this.authorization } : {}),
    };
  }
}
