/**
 * Writes web/documents.json: every operation of the pages, by the SHA-256 of its text, exactly as the client sends it. The router
 * runs these, and only these, for whoever comes with a cookie. `--check` only says whether the file is stale.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloClient, ApolloLink } from '@apollo/client';
import { type DocumentNode, getOperationAST, OperationTypeNode, print } from 'graphql';
import { EMPTY } from 'rxjs';
import { createCache } from '../src/graphql/cache.ts';

const web = join(import.meta.dirname, '..');
const target = join(web, 'documents.json');

let sent: DocumentNode | null = null;
const client = new ApolloClient({
  cache: createCache(),
  dataMasking: true,
  link: new ApolloLink(({ query }) => {
    sent = query;
    return EMPTY;
  }),
});

/** The text of a document after all that the client does to it. */
async function textOf(document: DocumentNode): Promise<string> {
  sent = null;
  const operation = getOperationAST(document)?.operation;
  if (operation === OperationTypeNode.SUBSCRIPTION) client.subscribe({ query: document, variables: {} }).subscribe({});
  else if (operation === OperationTypeNode.MUTATION) await client.mutate({ mutation: document }).catch(() => undefined);
  else await client.query({ query: document, fetchPolicy: 'no-cache' }).catch(() => undefined);
  if (sent === null) throw new Error(`The client did not send ${print(document)}`);
  return print(sent);
}

const texts: string[] = [];
for (const file of globSync('src/**/__generated__/*.ts', { cwd: web }).sort()) {
  const module: Record<string, unknown> = await import(join(web, file));
  for (const [name, document] of Object.entries(module)) {
    if (name.endsWith('Document')) texts.push(await textOf(document as DocumentNode));
  }
}
const hashed = texts.sort().map((text) => [createHash('sha256').update(text).digest('hex'), text]);
const manifest = `${JSON.stringify(Object.fromEntries(hashed), null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(target, manifest);
else if (!existsSync(target) || readFileSync(target, 'utf8') !== manifest) {
  console.error('web/documents.json is stale: npm run codegen');
  process.exitCode = 1;
}
