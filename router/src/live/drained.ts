import type { Writable } from 'node:stream';

const waiting = new WeakMap<Writable, Promise<void>>();

/** Resolves once all that was written to a stream has left, or the stream is gone; at once when nothing waits. */
export function drained(stream: Writable): Promise<void> {
  if (stream.destroyed || !stream.writableNeedDrain) return Promise.resolve();
  const known = waiting.get(stream);
  if (known) return known;
  const promise = new Promise<void>((resolve) => {
    const done = () => {
      stream.off('drain', done);
      stream.off('close', done);
      waiting.delete(stream);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
  waiting.set(stream, promise);
  return promise;
}
