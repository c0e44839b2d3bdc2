import { setTimeout as delay } from 'node:timers/promises';

/**
 * Resolves once the condition holds, asking again and again: for what happens by itself, such as a job.
 * @throws after `withinMs`, so that a test says what never came
 */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`It did not happen within ${withinMs} ms: ${condition.toString().slice(0, 200)}`);
    await delay(20);
  }
}
