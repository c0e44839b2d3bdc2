import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal, runCommand, runProgram } from './lib/program.ts';

/**
 * Writes the types of resolvers and operations, and a first file for each resolver that is missing.
 * @throws Refusal with what the schema or an operation has wrong
 */
export function generateCode(root: string): void {
  const { code, output } = runProgram(root, 'codegen', ['--config', 'codegen.ts']);
  if (code !== 0)
    throw new Refusal(`${output.trim()}\n\nNo code was generated: correct what is named above, and run npm run codegen again.`);
  // New resolver files come in the generator's style.
  const resolvers = readdirSync(`${root}/subgraphs`).map((name) => `subgraphs/${name}/src`);
  runProgram(root, 'biome', ['format', '--write', '--colors=off', ...resolvers]);
}

if (import.meta.main) {
  await runCommand(() => {
    if (process.argv.length > 2) throw new Refusal('npm run codegen takes no arguments: it generates the code of the whole tree.');
    generateCode(resolve(import.meta.dirname, '..'));
    console.log('Generated.');
  });
}
