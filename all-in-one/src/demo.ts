import type { RequestHandler } from 'express';
import pg from 'pg';
import { DEMO_LINK, DEMO_PASSWORD, DEMO_SIGN_INS } from '../../subgraphs/accounts/seeds/demo.ts';

export { DEMO_LINK, DEMO_PASSWORD };

/** Somebody of the demo studios, for the sign-in page and the terminal. */
export interface DemoSignIn {
  email: string;
  password: string;
  /** Who that is and what they may do. */
  note: string;
}

/** The sign-ins of those demo people who are still there. */
export async function demoSignIns(adminUrl: string): Promise<DemoSignIn[]> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'atelier-start' });
  await client.connect();
  try {
    const { rows } = await client.query<{ email: string }>('select email from auth.users where email = any($1)', [
      DEMO_SIGN_INS.map(({ email }) => email),
    ]);
    const present = new Set(rows.map(({ email }) => email));
    return DEMO_SIGN_INS.filter(({ email }) => present.has(email)).map(({ email, who }) => ({ email, password: DEMO_PASSWORD, note: who }));
  } finally {
    await client.end();
  }
}

/** `GET /dev/sign-ins.json`, for the sign-in page; 404 where there is no demo. */
export function demoSignInsRoute(signIns: readonly DemoSignIn[]): RequestHandler {
  return (request, response, next) => {
    if (request.path !== '/dev/sign-ins.json' || request.method !== 'GET') return next();
    response.set('cache-control', 'no-store');
    if (signIns.length === 0) response.status(404).json({ error: 'NOT_FOUND' });
    else response.json(signIns);
  };
}
