import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Programs of packages that commands run, by the file that Node runs. */
const PROGRAMS = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  codegen: 'node_modules/@graphql-codegen/cli/esm/bin.js',
  drizzle: 'node_modules/drizzle-kit/bin.cjs',
};

/** What the person at the terminal can do something about: one sentence, printed without a stack. */
export class Refusal extends Error {
  override name = 'Refusal';
}

export interface Outcome {
  /** The exit code. */
  code: number;
  /** What it printed on both streams; empty with `show`. */
  output: string;
}

/**
 * Runs a package's program with this Node.
 * @param root the checkout
 * @param options.cwd where it runs; the checkout when left out
 * @param options.show whether it talks to the terminal itself, and may ask there
 */
export function runProgram(
  root: string,
  program: keyof typeof PROGRAMS,
  args: readonly string[],
  options: { cwd?: string; show?: boolean } = {},
): Outcome {
  return runNode(root, [join(root, PROGRAMS[program]), ...args], options);
}

/** Runs a file with this Node, as `runProgram` does. */
export function runNode(
  root: string,
  args: readonly string[],
  { cwd = root, show = false }: { cwd?: string; show?: boolean } = {},
): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  return { code: status ?? 1, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

/** Runs a command: a Refusal is printed as its one sentence, and the exit code says that it failed. */
export async function runCommand(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
