import { resolve } from 'node:path';
import { Refusal, runCommand, runProgram } from './lib/program.ts';

/** npm run format [-- <paths>]: puts files in the house's style, and corrects what the linter can correct by itself. */
await runCommand(() => {
  const paths = process.argv.slice(2);
  const { code } = runProgram(resolve(import.meta.dirname, '..'), 'biome', ['check', '--write', ...(paths.length > 0 ? paths : ['.'])], {
    show: true,
  });
  if (code !== 0) throw new Refusal('What is named above needs a hand: npm run format -- <paths> takes files and folders.');
});
