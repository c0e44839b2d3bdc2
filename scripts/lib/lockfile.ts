import { Refusal } from './program.ts';

/** A dependency as pnpm-lock.yaml has it for one package of ours. */
interface Locked {
  /** The name as YAML writes it, in quotes where it must. */
  key: string;
  specifier: string;
  version: string;
}

interface PackageJson {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const KINDS = ['dependencies', 'devDependencies'] as const;

/**
 * A package.json whose dependencies say `*`, with the versions that other subgraphs have.
 * @throws Refusal for a dependency that no other subgraph has
 */
export function pinnedPackages(packageJson: string, lockfile: string): string {
  const locked = lockedBySubgraphs(lockfile);
  const content = JSON.parse(packageJson) as PackageJson;
  for (const kind of KINDS) {
    for (const name of Object.keys(content[kind] ?? {})) Object.assign(content[kind] ?? {}, { [name]: lookUp(locked, name).specifier });
  }
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * The lockfile with one more package of ours. It brings nothing new to install, so that no registry has to be asked.
 * @param folder from the checkout, as in `subgraphs/lanterns`
 * @throws Refusal for a dependency that no other subgraph has
 */
export function addImporter(lockfile: string, folder: string, packageJson: string): string {
  const locked = lockedBySubgraphs(lockfile);
  const content = JSON.parse(packageJson) as PackageJson;
  const lines = KINDS.flatMap((kind) => [
    `    ${kind}:`,
    ...Object.keys(content[kind] ?? {})
      .sort()
      .map((name) => lookUp(locked, name))
      .flatMap(({ key, specifier, version }) => [`      ${key}:`, `        specifier: ${specifier}`, `        version: ${version}`]),
  ]);
  const block = `  ${folder}:\n${lines.join('\n')}\n\n`;
  const { start, blocks, end } = partsOf(lockfile);
  const place = blocks.findIndex((each) => folderOf(each) > folder);
  return start + blocks.toSpliced(place === -1 ? blocks.length : place, 0, block).join('') + end;
}

/** A sentence for each line that ties the lockfile to one machine: the host of a registry, or a path on a disk. */
export function foreignLines(lockfile: string): string[] {
  return lockfile.split('\n').flatMap((line, index) => {
    if (/\bhttps?:\/\//.test(line)) return [`pnpm-lock.yaml:${index + 1} names a host: ${line.trim()}`];
    return /\btarball:|['" @]file:|: ['"]?(\/|~\/|[A-Za-z]:\\)/.test(line)
      ? [`pnpm-lock.yaml:${index + 1} names a place on a disk: ${line.trim()}`]
      : [];
  });
}

function partsOf(lockfile: string): { start: string; blocks: string[]; end: string } {
  const match = /^(?<start>[\s\S]*?^importers:\n\n)(?<blocks>[\s\S]*?)(?<end>^packages:\n[\s\S]*)$/m.exec(lockfile);
  const { start, blocks, end } = match?.groups ?? {};
  if (start === undefined || blocks === undefined || end === undefined)
    throw new Refusal('pnpm-lock.yaml is not of the shape that is known here.');
  return { start, blocks: blocks.split(/^(?= {2}\S)/m), end };
}

const folderOf = (block: string): string => /^ {2}(.+):/.exec(block)?.[1] ?? '';

/** What the subgraphs depend on, by name. */
function lockedBySubgraphs(lockfile: string): Map<string, Locked> {
  const { blocks } = partsOf(lockfile);
  const entries = /^ {6}(?<key>.+):\n {8}specifier: (?<specifier>.+)\n {8}version: (?<version>.+)$/gm;
  return new Map(
    blocks
      .filter((block) => folderOf(block).startsWith('subgraphs/'))
      .flatMap((block) => [...block.matchAll(entries)])
      .map(({ groups: { key = '', specifier = '', version = '' } = {} }) => [key.replaceAll("'", ''), { key, specifier, version }]),
  );
}

function lookUp(locked: ReadonlyMap<string, Locked>, name: string): Locked {
  const found = locked.get(name);
  if (!found) throw new Refusal(`No subgraph depends on ${name} yet: add it to one with its version first.`);
  return found;
}
