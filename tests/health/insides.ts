import { expect } from '@jest/globals';

/** Nothing of how it is built: no path, SQL, table, host, stack or product name. */
export function expectNoInsides(body: string): void {
  for (const inside of [
    /\.ts\b|\.m?js\b/,
    /node_modules|\/(work|srv|home|tmp|root)\//,
    /\bat .+:\d+:\d+/,
    /stack/i,
    /\bselect .+ from\b/i,
    /relation "/,
    /ECONN|socket hang up|127\.0\.0\.1|localhost:\d/,
    /\b(postgres|pg_|drizzle|apollo|graphql-js|undici|redis)/i,
    /subgraph|fetch "?(clients|accounts|projects|messaging)/i,
  ]) {
    expect(body).not.toMatch(inside);
  }
}
