import { globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Refusal, runCommand, runNode } from './lib/program.ts';

/** npm run bench -- [name] [arguments]: runs one measurement of bench/, the router's when none is named. */
await runCommand(() => {
  const root = resolve(import.meta.dirname, '..');
  const names = globSync('bench/*.ts', { cwd: root })
    .map((path) => basename(path, '.ts'))
    .sort();
  const given = process.argv.slice(2);
  const [name, ...args] = given[0] === undefined || given[0].startsWith('--') ? ['router', ...given] : given;
  if (name === undefined || !names.includes(name)) throw new Refusal(`Say what to measure: npm run bench -- <${names.join(' | ')}>`);
  process.exitCode = runNode(root, [join('bench', `${name}.ts`), ...args], { show: true }).code;
});
