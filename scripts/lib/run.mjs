import { spawn } from 'node:child_process';
import { Refusal, sayWhy } from './say.mjs';

const running = new Set();
const cleanUps = new Set();

/**
 * Runs a command to its end and keeps what it prints.
 * @param {string[]} command program and arguments; nothing goes through a shell, so spaces are safe
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} options show: print its output as it comes, too
 * @returns {Promise<{ code: number, output: string }>} a program that is missing gives code 127
 */
export function run([program, ...args], { cwd, env, show = false } = {}) {
  return new Promise((resolve) => {
    // A group of its own: a signal reaches it with all that it started, once, from `end`.
    const child = spawn(program, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      if (show) process.stderr.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    // Whatever it leaves behind in its group ends with it, and does not hold its output open.
    child.on('exit', () => signalGroup(child, 'SIGTERM'));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

/** Keeps something to do, synchronously, if this process is ended early. Returns how to forget it again. */
export function atEarlyEnd(cleanUp) {
  cleanUps.add(cleanUp);
  return () => cleanUps.delete(cleanUp);
}

/** Ends this process and all that `run` still runs. */
export function end(code, signal = 'SIGTERM') {
  for (const child of running) signalGroup(child, signal);
  for (const cleanUp of cleanUps) cleanUp();
  process.exit(code);
}

/** Ends with the reason on the screen. */
export function fail(error) {
  sayWhy(error);
  end(1);
}

/** From now on SIGINT, SIGTERM and SIGHUP end this process as `end` does. Returns how to undo that. */
export function endOnSignals() {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  const onSignal = (signal) => end(codes[signal], signal);
  for (const signal of Object.keys(codes)) process.on(signal, onSignal);
  return () => {
    for (const signal of Object.keys(codes)) process.removeListener(signal, onSignal);
  };
}

/** The command that is npm: the one that runs us, else the one on the path. */
export function npmCommand() {
  const runner = process.env.npm_execpath;
  if (runner && /npm-cli\.c?js$/.test(runner)) return [process.execPath, runner];
  return ['npm'];
}

/** A Refusal that shows the end of what a command printed, and then what to do. */
export function refuseWith(output, sentence) {
  const lines = output.trim().split('\n').slice(-15).join('\n');
  return new Refusal(`${lines}\n\n${sentence}`);
}
