import { readdir, readFile } from 'node:fs/promises';

// Linux counts a process's time in hundredths of a second.
const TICK_MS = 10;

/** Processor time in ms: of PostgreSQL with all its backends, and of everything else. */
export interface Used {
  node: number;
  postgres: number;
}

interface Process {
  parent: number;
  name: string;
  /** Of itself and of its children that have ended and been waited for. */
  ticks: number;
}

/** The processor time so far of processes and all below them, which are counted once. */
export async function timeOf(roots: readonly number[]): Promise<Used> {
  const processes = new Map<number, Process>();
  for (const pid of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    // The name stands in brackets and may hold anything.
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat ?? '') ?? [];
    const fields = rest.split(' ').map(Number);
    if (rest)
      processes.set(Number(pid), { parent: fields[1] ?? 0, name, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) });
  }
  const isBelow = (pid: number): boolean => roots.includes(pid) || (processes.has(pid) && isBelow(processes.get(pid)?.parent ?? 0));
  const total = { node: 0, postgres: 0 };
  for (const [pid, { name, ticks }] of processes) {
    if (isBelow(pid)) total[name.startsWith('postgres') ? 'postgres' : 'node'] += ticks * TICK_MS;
  }
  return total;
}
