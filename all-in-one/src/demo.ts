import type { RequestHandler } from 'express';
import pg from 'pg';

/** Somebody of the demo studios, for the sign-in page and the terminal. */
export interface DemoSignIn {
  name: string;
  email: string;
  password: string;
  /** What there is to see as this person. */
  note: string;
}

/** Known to everybody: the demo is only ever opened to this machine. */
export const DEMO_PASSWORD = 'atelier-demo';

const PEOPLE: readonly Omit<DemoSignIn, 'password'>[] = [];

/** The sign-ins of those demo people who are still there. */
export async function demoSignIns(adminUrl: string): Promise<DemoSignIn[]> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'atelier-start' });
  await client.connect();
  try {
    const { rows } = await client.query<{ email: string }>('select email from auth.users where email = any($1)', [
      PEOPLE.map(({ email }) => email),
    ]);
    const present = new Set(rows.map(({ email }) => email));
    return PEOPLE.filter(({ email }) => present.has(email)).map((person) => ({ ...person, password: DEMO_PASSWORD }));
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
