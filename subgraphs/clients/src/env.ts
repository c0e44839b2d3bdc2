import { z } from 'zod';

const shape = z.object({
  /** How long a client stays in the trash before it is deleted, in days. */
  TRASH_DAYS: z.coerce.number().int().min(1).max(365).default(30),
});

export type Env = z.infer<typeof shape>;

/**
 * What this subgraph reads from the environment, checked; nothing else here reads it.
 * @throws ZodError that names the variable
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  return shape.parse(source);
}
