/** A failure that the person at the terminal can do something about: one sentence, printed without a stack. */
export class Refusal extends Error {
  name = 'Refusal';
}

const live = process.stderr.isTTY === true && !process.env.CI;
const active = new Map();
let timer;

const seconds = (began) => `${Math.round((Date.now() - began) / 1000)} s`;

/** In a terminal all that goes on shares one line that is drawn again each second; elsewhere it is said anew now and then. */
function draw() {
  const line = [...active].map(([message, began]) => `${message} ... ${seconds(began)}`).join(', ');
  process.stderr.write(live ? `\r\x1b[K${line}` : `${line}\n`);
}

/**
 * Shows what goes on while it takes a while, on stderr, so that the output of what is run stays clean.
 * @param {string} message two or three words
 * @returns {(outcome: string) => void} call it at the end with 'done' or 'failed'
 */
export function beginProgress(message) {
  const began = Date.now();
  active.set(message, began);
  if (live) draw();
  else process.stderr.write(`${message} ...\n`);
  timer ??= setInterval(draw, live ? 1000 : 15_000);
  return (outcome) => {
    active.delete(message);
    process.stderr.write(`${live ? '\r\x1b[K' : ''}${message}: ${outcome} (${seconds(began)})\n`);
    if (active.size > 0 && live) draw();
    if (active.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** Prints why a command could not do its work: the sentence of a Refusal, the stack of a defect. */
export function sayWhy(error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : (error.stack ?? error)}\n`);
}
