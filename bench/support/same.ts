import { deepStrictEqual } from 'node:assert';
import type { Operation, Variant } from './measure.ts';
import { mustBeNear } from './postgraphile.ts';

/** The data that a variant answers. */
export async function dataOf({ url, headers }: Variant, connection: number, body: string): Promise<{ data: unknown; bytes: number }> {
  const response = await fetch(url, { method: 'POST', headers: { ...headers[connection], 'content-type': 'application/json' }, body });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (!response.ok || errors !== undefined || data == null) throw new Error(`${url} answers ${response.status}: ${text.slice(0, 1_000)}`);
  return { data, bytes: Buffer.byteLength(text) };
}

/** Checks that the variants which have an operation answer it alike, whatever the order of keys. @throws with what differs */
export async function mustBeAlike(operation: Operation, variants: readonly Variant[]): Promise<void> {
  for (const connection of variants[0]?.headers.keys() ?? []) {
    let first: { name: string; data: unknown } | null = null;
    for (const variant of variants) {
      const asked = await operation.bodies(variant);
      // That one answers with no data at all.
      if (asked === null || variant.name === 'hello') continue;
      const { data } = await dataOf(variant, connection, asked.bodies[connection] ?? '');
      first ??= { name: variant.name, data };
      try {
        if (variant.name === 'postgraphile') mustBeNear(first.data, data);
        else deepStrictEqual(data, first.data);
      } catch (error) {
        throw new Error(`${variant.name} answers "${operation.name}" otherwise than ${first.name}: ${String(error).slice(0, 2_000)}`);
      }
    }
  }
}
