import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder of migrations and the schema that it fills. */
export interface SchemaFolder {
  /** The schema's name. */
  name: string;
  migrationsDir: string;
  /** Whether the schema gets a job queue beside it. */
  jobs: boolean;
}

/**
 * The schemas of a checkout, in the order of their names: `subgraphs/<name>/migrations` fills schema `<name>` with a job
 * queue beside it, and `subgraphs/<name>/migrations-<other>` a second schema `<other>` without one.
 */
export async function discoverSchemas(root: string): Promise<SchemaFolder[]> {
  const found: SchemaFolder[] = [];
  for (const subgraph of await folders(join(root, 'subgraphs'))) {
    for (const folder of await folders(join(root, 'subgraphs', subgraph))) {
      const migrationsDir = join(root, 'subgraphs', subgraph, folder);
      if (folder === 'migrations') found.push({ name: subgraph, migrationsDir, jobs: true });
      else if (folder.startsWith('migrations-')) found.push({ name: folder.slice('migrations-'.length), migrationsDir, jobs: false });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function folders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
