/** What a step of the start shows while it runs. */
export type Progress = {
  /** Says what goes on inside the step, in a few words. */
  say(detail: string): void;
  /** The step is complete. */
  done(): void;
  /** The step ends without being complete; the reason follows elsewhere. */
  dropped(): void;
};

const CLEAR = '\r\x1b[K';

/** A time span for people: 0.4 s. */
export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const WIDTH = 24;

/** A bar of text for how much is done: `[######------------------]`. */
export function barOf(done: number, total: number): string {
  const filled = total > 0 ? Math.round((Math.min(done, total) / total) * WIDTH) : 0;
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}]`;
}

/** Shows a step: in a terminal on one line that is drawn again, elsewhere (a log, CI) as plain lines. */
export function beginProgress(name: string, out: NodeJS.WriteStream = process.stdout): Progress {
  const live = out.isTTY === true && !process.env.CI;
  const began = performance.now();
  if (live) out.write(`  ${name} ...`);
  return {
    say(detail) {
      out.write(live ? `${CLEAR}  ${name}: ${detail} ...` : `  ${name}: ${detail} ...\n`);
    },
    done() {
      out.write(`${live ? CLEAR : ''}  ${name}: ready (${inSeconds(performance.now() - began)})\n`);
    },
    dropped() {
      if (live) out.write('\n');
    },
  };
}
