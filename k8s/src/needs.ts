import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/);

const shape = z.strictObject({
  /** Paths of the one origin that it answers itself. */
  routes: z.array(z.string().regex(/^\/\.?[a-z-]+$/)).default([]),
  /** What it cannot start without: what to write, by variable. */
  required: z.record(variable, z.string().min(1)).default({}),
  /** What it reads when it is there. */
  optional: z.array(variable).default([]),
  /** Folders that it keeps, shared by its copies: a folder's name by the variable that holds its path. */
  folders: z.record(variable, z.string().regex(/^[a-z-]+$/)).default({}),
});

/** What a service needs of a fleet beside what all need: its `fleet.json`. */
export type Needs = z.infer<typeof shape>;

/** Reads a service's `fleet.json`; a service without one needs nothing of its own. @throws Error that names the file and the fault */
export function readNeeds(file: string): Needs {
  if (!existsSync(file)) return shape.parse({});
  const parsed = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file} is not as it should be: ${z.prettifyError(parsed.error)}`);
}
