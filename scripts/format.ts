import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal, runCommand, runProgram } from './lib/program.ts';

/** npm run format [-- <paths>]: puts files in the house's style, and corrects what the linter can correct by itself. */
await runCommand(() => {
  const root = resolve(import.meta.dirname, '..');
  const paths = process.argv.slice(2);
  const missing = paths.find((path) => !existsSync(join(root, path)));
  if (missing !== undefined)
    throw new Refusal(`There is no ${missing} in this checkout: npm run format -- <paths> takes files and folders of it.`);
  const { code } = runProgram(root, 'biome', ['check', '--write', ...(paths.length > 0 ? paths : ['.'])], { show: true });
  if (code !== 0) throw new Refusal('What is named above needs a hand.');
});
