import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal, runCommand, runNode, runProgram } from './lib/program.ts';

const CONFIG = ['--config', 'codegen.ts'];
/** Writes down what the web sends, from the code that was generated. */
const DOCUMENTS = 'web/scripts/documents.ts';

/**
 * Writes the types of resolvers and operations, and a first file for each resolver that is missing.
 * @throws Refusal with what the schema or an operation has wrong
 */
export function generateCode(root: string): void {
  const { code, output } = runProgram(root, 'codegen', CONFIG);
  if (code !== 0)
    throw new Refusal(`${output.trim()}\n\nNo code was generated: correct what is named above, and run npm run codegen again.`);
  // New resolver files come in the generator's style.
  const sources = readdirSync(`${root}/subgraphs`).map((name) => `subgraphs/${name}/src`);
  runProgram(root, 'biome', ['format', '--write', '--colors=off', ...sources]);
  const documents = runNode(root, [DOCUMENTS]);
  if (documents.code !== 0) throw new Refusal(`${documents.output.trim()}\n\nThe list of the web's documents could not be written.`);
}

/** Names what is not as it would be generated; undefined when all is fresh. Writes nothing. */
export function staleCode(root: string): string | undefined {
  const { code, output } = runProgram(root, 'codegen', [...CONFIG, '--check']);
  if (code === 0) {
    const documents = runNode(root, [DOCUMENTS, '--check']);
    return documents.code === 0 ? undefined : documents.output.trim();
  }
  const stale = /^The following stale files[\s\S]*$/m.exec(output)?.[0];
  return stale ? `${stale.trim()}\nnpm run codegen` : output.trim();
}

if (import.meta.main) {
  await runCommand(() => {
    const root = resolve(import.meta.dirname, '..');
    const [check, ...more] = process.argv.slice(2);
    if (more.length > 0 || (check !== undefined && check !== '--check'))
      throw new Refusal(
        'npm run codegen generates the code of the whole tree; its one argument is --check, which only says what is stale.',
      );
    if (check === undefined) {
      generateCode(root);
      return console.log('Generated.');
    }
    const stale = staleCode(root);
    if (stale !== undefined) throw new Refusal(stale);
  });
}
