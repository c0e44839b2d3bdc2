/** Builds the pages as `npm start` does, and fails when one needs more JavaScript before it can be used than its budget allows. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { builtWeb } from '../all-in-one/src/web-build.ts';

const root = resolve(import.meta.dirname, '..');
const folder = await builtWeb(root, join(root, '.cache', 'web'), (detail) => console.log(detail));
const { status } = spawnSync(process.execPath, [join(root, 'web', 'scripts', 'size.ts'), folder], { stdio: 'inherit' });
process.exitCode = status ?? 1;
