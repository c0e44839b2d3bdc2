/**
 * npm test: installs what is missing, then runs all checks and all tests with Node 24, and ends with the line "N passed, N failed".
 * npm test -- <part of a path> runs only the tests whose path contains it.
 * Needs nothing but Node 18 or newer and npm, as it runs before anything is installed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { findNode } from './lib/node24.mjs';
import { atEarlyEnd, endOnSignals, fail, run } from './lib/run.mjs';
import { Refusal } from './lib/say.mjs';
import { ensureTools } from './lib/tools.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const parts = process.argv.slice(2);

endOnSignals();
try {
  const [node] = await Promise.all([findNode(root), ensureInstalled(root, 'full'), ensureTools()]);
  // Whatever a test starts by the name "node" gets the same one.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  const total = { passed: 0, failed: 0 };
  if (parts.length === 0) await runChecks(node, env, total);
  await runTests(node, env, total);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}

async function runChecks(node, env, total) {
  for (const { name, commands } of checks) {
    const began = Date.now();
    const failures = [];
    for (const command of commands) {
      const { code, output } = await run([node, ...command], { cwd: root, env });
      if (code !== 0) failures.push(output.trim());
    }
    const passed = failures.length === 0;
    total[passed ? 'passed' : 'failed'] += 1;
    process.stderr.write(`${passed ? 'PASS' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
    for (const failure of failures) process.stderr.write(`${failure}\n`);
  }
}

async function runTests(node, env, total) {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-results-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const forget = atEarlyEnd(removeFolder);
  const results = join(folder, 'results.json');
  // Only below the checkout: the part must not match the folder that the checkout happens to lie in.
  const patterns = parts.map((part) => `^${escapePattern(root)}/.*${escapePattern(part)}`);
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const { code, output } = await run([node, ...jest, '--ci', '--json', `--outputFile=${results}`, ...patterns], {
    cwd: root,
    env,
    show: true,
  });
  const found = readResults(results);
  removeFolder();
  forget();
  if (parts.length > 0 && /^No tests found/m.test(output))
    throw new Refusal(`There is no test whose path contains "${parts.join('" or "')}".`);
  total.passed += found.numPassedTests;
  total.failed += found.numFailedTests + found.numRuntimeErrorTestSuites;
  // jest knows of more ways to fail than a test that fails: a teardown, say.
  if (code !== 0 && found.numFailedTests + found.numRuntimeErrorTestSuites === 0) total.failed += 1;
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  }
}

function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
