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

/** Looks at all processes once; what it gives says how much time a process and all below it have used by then. */
export async function usedByNow(): Promise<(root: number) => Used> {
  const processes = new Map<number, Process>();
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const read = async (pid: string) => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    // The name stands in brackets and may hold anything.
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat ?? '') ?? [];
    if (!rest) return;
    const fields = rest.split(' ').map(Number);
    processes.set(Number(pid), { parent: fields[1] ?? 0, name, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) });
  };
  await Promise.all(pids.map(read));
  const isBelow = (pid: number, root: number): boolean =>
    pid === root || (processes.has(pid) && isBelow(processes.get(pid)?.parent ?? 0, root));
  return (root) => {
    const total = { node: 0, postgres: 0 };
    for (const [pid, { name, ticks }] of processes) {
      if (isBelow(pid, root)) total[name.startsWith('postgres') ? 'postgres' : 'node'] += ticks * TICK_MS;
    }
    return total;
  };
}
