import type { ApiKeyScope } from '../../graphql/__generated__/types.ts';
import { SCOPES } from '../settings/scopes.ts';

/** What an app asks for, as it stands in the address of the page; the server has signed it and looks at it again. */
export type AppRequest = {
  /** As it came, to be given back. */
  signed: string;
  clientId: string;
  scopes: ApiKeyScope[];
  /** Whether it asks to go on when the person has left. */
  goesOn: boolean;
  /** Where the person is sent back to, in words. */
  backTo: string;
};

/** Reads what an app asks; null for anything else. */
export function readRequest(signed: string | undefined): AppRequest | null {
  const query = new URLSearchParams(signed ?? '');
  const [clientId, redirect] = [query.get('client_id'), query.get('redirect_uri')];
  if (signed === undefined || !clientId || !redirect || !URL.canParse(redirect)) return null;
  const asked = (query.get('scope') ?? '').split(' ');
  const { protocol, host } = new URL(redirect);
  return {
    signed,
    clientId,
    scopes: SCOPES.filter((scope) => asked.includes(scope.toLowerCase().replace('_', ':'))),
    goesOn: asked.includes('offline_access'),
    backTo: protocol === 'https:' || protocol === 'http:' ? host : protocol.slice(0, -1),
  };
}

/** Gives the answer; the address to go on to, or null when the server did not take it. */
export async function answer(request: AppRequest, accept: boolean, studio: string | null): Promise<string | null> {
  const response = await fetch('/auth/oauth2/consent', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...(studio !== null && { 'x-atelier-studio': studio }) },
    body: JSON.stringify({ accept, oauth_query: request.signed }),
  }).catch(() => null);
  if (!response?.ok) return null;
  const data: unknown = await response.json().catch(() => null);
  return data !== null && typeof data === 'object' && 'url' in data && typeof data.url === 'string' ? data.url : null;
}
