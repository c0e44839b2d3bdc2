import { cpSync, existsSync, globSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, runCommand, runProgram } from './lib/program.ts';

const USAGE = `Usage: npm run migration -- <subgraph> <name> [--custom] [--schema <name>]

  <subgraph>       a folder in subgraphs
  <name>           what it does, as in add_task_priority
  --custom         an empty migration, for SQL that Drizzle cannot say
  --schema <name>  of this schema only, where the subgraph has a second one`;

/** A schema of PostgreSQL whose migrations come from tables. */
export interface DrizzleSchema {
  name: string;
  /** The subgraph's folder, from the checkout. */
  folder: string;
  /** The file in it that tells Drizzle about tables and migrations. */
  config: string;
  migrations: string;
}

/** Every schema of the tree: `drizzle.config.ts` fills the one named as the subgraph, `drizzle.<other>.config.ts` a second one. */
export function drizzleSchemas(root: string): DrizzleSchema[] {
  return globSync('subgraphs/*/drizzle{,.*}.config.ts', { cwd: root })
    .sort()
    .map((path) => {
      const other = /^drizzle\.(.+)\.config\.ts$/.exec(basename(path))?.[1];
      const folder = dirname(path);
      return {
        name: other ?? basename(folder),
        folder,
        config: basename(path),
        migrations: other === undefined ? 'migrations' : `migrations-${other}`,
      };
    });
}

/**
 * Writes the migrations that bring the database to what the tables of a subgraph say.
 * @param options.custom an empty migration instead, of the first schema or of `options.schema`
 * @throws Refusal that says what is wrong with the arguments, or what Drizzle said
 */
export function writeMigrations(root: string, subgraph: string, name: string, options: { custom?: boolean; schema?: string } = {}): void {
  const all = drizzleSchemas(root).filter(({ folder }) => folder === `subgraphs/${subgraph}`);
  if (all.length === 0) throw new Refusal(`There is no subgraph "${subgraph}" with tables: ${subgraphsOf(root)}.`);
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))
    throw new Refusal(`Name a migration by what it does, in lower case with underscores, as in add_task_priority, and not "${name}".`);
  const wanted = options.schema === undefined ? all : all.filter((schema) => schema.name === options.schema);
  if (wanted.length === 0) throw new Refusal(`${subgraph} has no schema "${options.schema}": ${all.map((each) => each.name).join(', ')}.`);
  for (const { config, folder } of options.custom ? wanted.slice(0, 1) : wanted) {
    const args = ['generate', '--config', config, '--name', name, ...(options.custom ? ['--custom'] : [])];
    const { code } = runProgram(root, 'drizzle', args, { cwd: join(root, folder), show: true });
    if (code !== 0) throw new Refusal(`No migration was written for ${folder}: see the lines above.`);
  }
}

/** A sentence for each schema whose tables and migrations do not agree. Writes nothing in the checkout. */
export function staleMigrations(root: string): string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'atelier-migrations-'));
  try {
    return drizzleSchemas(root).flatMap((schema) => whatIsStale(root, schema, join(scratch, schema.name)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function whatIsStale(root: string, { name, folder, config, migrations }: DrizzleSchema, scratch: string): string[] {
  const cwd = join(root, folder);
  if (!existsSync(join(cwd, migrations))) return [`${folder}/${migrations} is missing: ${advice(folder)}`];
  const copy = join(scratch, migrations);
  cpSync(join(cwd, migrations), copy, { recursive: true });
  // The same tables with the copy as the place to write to: what Drizzle adds there is what is missing.
  const probe = join(scratch, config);
  writeFileSync(
    probe,
    `import config from ${JSON.stringify(join(cwd, config))};\nexport default { ...config, out: ${JSON.stringify(relative(cwd, copy))} };\n`,
  );
  const { code, output } = runProgram(root, 'drizzle', ['generate', '--config', relative(cwd, probe), '--name', 'missing'], { cwd });
  if (code !== 0) return [`${folder}: the tables of ${name} are no step from its migrations: ${advice(folder)}\n${output.trim()}`];
  const added = readdirSync(copy).filter((file) => !existsSync(join(cwd, migrations, file)));
  if (added.length > 0) return [`${folder}: the tables of ${name} say what no migration does: ${advice(folder)}`];
  const check = runProgram(root, 'drizzle', ['check', '--config', config], { cwd });
  return check.code === 0 ? [] : [`${folder}/${migrations}: ${check.output.trim()}`];
}

const advice = (folder: string): string => `npm run migration -- ${basename(folder)} <name>`;

const subgraphsOf = (root: string): string => [...new Set(drizzleSchemas(root).map(({ folder }) => basename(folder)))].join(', ');

function main(): void {
  const root = resolve(import.meta.dirname, '..');
  const { values, positionals } = readArguments();
  if (values.check) {
    const stale = staleMigrations(root);
    for (const sentence of stale) console.error(sentence);
    if (stale.length > 0) process.exitCode = 1;
    return;
  }
  const [subgraph, name, ...more] = positionals;
  if (subgraph === undefined || name === undefined || more.length > 0) throw new Refusal(USAGE);
  writeMigrations(root, subgraph, name, values);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { custom: { type: 'boolean' }, schema: { type: 'string' }, check: { type: 'boolean' } },
    });
  } catch {
    throw new Refusal(USAGE);
  }
}

if (import.meta.main) await runCommand(main);
