import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCode } from './codegen.ts';
import { ensureInstalled } from './lib/install.mjs';
import { addImporter, pinnedPackages } from './lib/lockfile.ts';
import { Refusal, runCommand, runNode, runProgram } from './lib/program.ts';
import { atEarlyEnd, endOnSignals } from './lib/run.mjs';
import { checkNames, namesOf, type SubgraphNames } from './lib/subgraph-names.ts';
import { writeMigrations } from './migration.ts';

const USAGE = `Usage: npm run new:subgraph -- <name> [--noun <noun>] [--plural <nouns>]

  <name>            the folder in subgraphs, as in lanterns
  --noun <noun>     what one of its things is called; what the name is the plural of, when left out
  --plural <nouns>  what many of them are called; the regular plural, when left out`;

const TEMPLATES = join(import.meta.dirname, 'new-subgraph');

/** What the commands after the templates write outside the new folder. */
const GENERATED = [
  'pnpm-lock.yaml',
  'supergraph.graphql',
  'docs/api/schema.graphql',
  'docs/api/roles.md',
  'k8s/manifests/*.yaml',
  'compose.yaml',
  'subgraphs/*/schema.graphql',
  'subgraphs/*/src/__generated__/*',
  'web/src/**/__generated__/*',
  'web/src/**/*.generated.ts',
  'web/src/i18n/*/*.po',
];

/**
 * Makes `subgraphs/<name>` with one room that works, and all that is generated from it. What fails on the way leaves the checkout as it was.
 * @param link links the new package's dependencies, which pnpm-lock.yaml names by then
 * @throws Refusal that says which step failed, and why
 */
export async function makeSubgraph(root: string, names: SubgraphNames, link: () => Promise<void>): Promise<void> {
  checkNames(root, names, templateCode());
  const folder = join(root, 'subgraphs', names.name);
  const before = new Map(GENERATED.flatMap((pattern) => globSync(pattern, { cwd: root })).map((path) => [path, read(root, path)]));
  const undo = () => {
    rmSync(folder, { recursive: true, force: true });
    for (const path of GENERATED.flatMap((pattern) => globSync(pattern, { cwd: root }))) if (!before.has(path)) rmSync(join(root, path));
    for (const [path, text] of before) if (read(root, path) !== text) writeFileSync(join(root, path), text);
  };
  const forget = atEarlyEnd(undo);
  try {
    writeTemplates(root, names);
    await link();
    // Imports stand in the order of their names, which are known only now.
    step(
      runProgram(root, 'biome', ['check', '--write', '--colors=off', `subgraphs/${names.name}`]),
      'The new files are not as they should be',
    );
    writeMigrations(root, names.name, `create_${names.name}`);
    step(runNode(root, ['scripts/compose.ts']), 'The schemas do not compose');
    generateCode(root);
    step(runNode(root, ['web/scripts/messages.ts']), 'The words of the new domain could not be read into the catalogue');
    step(runNode(root, ['k8s/src/render.ts']), 'The manifests could not be rendered');
  } catch (error) {
    undo();
    throw error;
  } finally {
    forget();
  }
}

function step({ code, output }: { code: number; output: string }, what: string): void {
  if (code !== 0) throw new Refusal(`${output.trim()}\n\n${what}: see the lines above. Nothing was made.`);
}

function writeTemplates(root: string, names: SubgraphNames): void {
  for (const path of templateFiles()) {
    const target = join(root, 'subgraphs', names.name, fill(path.replace(/\.template$/, ''), names));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, fill(read(TEMPLATES, path), names));
  }
  const packageFile = join(root, 'subgraphs', names.name, 'package.json');
  const lockfile = read(root, 'pnpm-lock.yaml');
  const pinned = pinnedPackages(readFileSync(packageFile, 'utf8'), lockfile);
  writeFileSync(packageFile, pinned);
  writeFileSync(join(root, 'pnpm-lock.yaml'), addImporter(lockfile, `subgraphs/${names.name}`, pinned));
}

/** A template's text or path with the names in it; `__a_noun__` comes with its article. */
function fill(text: string, { name, noun, nouns }: SubgraphNames): string {
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
  const words: Record<string, string> = {
    name,
    noun,
    nouns,
    Noun: capital(noun),
    Nouns: capital(nouns),
    a_noun: `${article} ${noun}`,
    A_noun: `${capital(article)} ${noun}`,
  };
  return text.replace(/__(name|nouns?|Nouns?|[aA]_noun)__/g, (_, key: string) => words[key] ?? '');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const templateFiles = (): string[] => globSync('**/*.template', { cwd: TEMPLATES });

/** The code of all templates, for telling which words it uses already. */
const templateCode = (): string =>
  templateFiles()
    .filter((path) => path.endsWith('.ts.template'))
    .map((path) => read(TEMPLATES, path))
    .join('\n');

function readArguments(): SubgraphNames {
  const parsed = (() => {
    try {
      return parseArgs({ allowPositionals: true, options: { noun: { type: 'string' }, plural: { type: 'string' } } });
    } catch {
      throw new Refusal(USAGE);
    }
  })();
  const [name, ...more] = parsed.positionals;
  if (name === undefined || more.length > 0) throw new Refusal(USAGE);
  return namesOf(name, parsed.values);
}

if (import.meta.main) {
  endOnSignals();
  await runCommand(async () => {
    const root = resolve(import.meta.dirname, '..');
    const names = readArguments();
    if (!existsSync(join(root, 'pnpm-lock.yaml'))) throw new Refusal('There is no pnpm-lock.yaml here: run it in a whole checkout.');
    await makeSubgraph(root, names, () => ensureInstalled(root, 'full'));
    console.log(
      `subgraphs/${names.name} is there. Go on with docs/playbooks/new-subgraph.md; its tests: npm test -- subgraphs/${names.name}`,
    );
  });
}
