import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CloseCode } from 'graphql-ws';
import type { z } from 'zod';
import { routerShape } from './env.ts';
import { contractCodes, protocolCodes } from './errors.ts';
import { AS_HEADER, COST_HEADER, DOCUMENTS_HEADER, STUDIO_HEADER } from './http-request.ts';
import { liveSettings } from './live/settings.ts';
import { createMetrics } from './observe/metrics.ts';
import { closeCodes } from './socket.ts';

const doc = readFileSync(join(import.meta.dirname, '../../docs/router.md'), 'utf8');

/** The rows of a table below a heading, without its head. */
function rowsBelow(heading: string): string[] {
  const [, after = ''] = doc.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.trim());
}

/** What holds where the environment says nothing. */
function defaultOf(schema: z.ZodType): string {
  const { success, data } = schema.safeParse(undefined);
  if (!success) return 'required';
  if (data === undefined || (typeof data === 'object' && Object.keys(data as object).length === 0)) return '';
  return `\`${typeof data === 'object' ? JSON.stringify(data) : String(data)}\``;
}

describe('docs/router.md names', () => {
  test('every variable of the environment, with unit and default', () => {
    const rows = Object.entries(routerShape.shape as Record<string, z.ZodType>).map(([name, schema]) => {
      const { unit, description } = schema.meta() as { unit: string; description: string };
      return `| \`${name}\` | ${unit} | ${defaultOf(schema)} | ${description} |`.replaceAll('|  |', '| |');
    });
    expect(rowsBelow('Settings')).toEqual(rows);
  });

  test('every limit of live connections, with its value', () => {
    const rows = rowsBelow('Live connections').map((row) => row.split(' | ').slice(0, 2).join(' | '));
    expect(rows).toEqual(Object.entries(liveSettings).map(([name, value]) => `| \`${name}\` | ${value.toLocaleString('en')}`));
  });

  test('every close code', () => {
    const known = [
      ...Object.values(closeCodes),
      1008,
      1009,
      ...Object.values(CloseCode).filter((code) => Number(code) >= 4400 && Number(code) < 4500),
    ];
    const told = rowsBelow('Close codes').map((row) => Number(/`(\d+)`/.exec(row)?.[1]));
    expect(told).toEqual([...new Set(known.map(Number))].sort((a, b) => a - b));
  });

  test('every code of an error', () => {
    const told = rowsBelow('Error codes').map((row) => /`([A-Z_]+)`/.exec(row)?.[1]);
    expect([...told].sort()).toEqual([...contractCodes, ...protocolCodes].sort());
  });

  test('every header that is read, and every figure that is told', async () => {
    for (const header of [STUDIO_HEADER, AS_HEADER, COST_HEADER, DOCUMENTS_HEADER, 'traceparent']) expect(doc).toContain(`\`${header}\``);
    const metrics = createMetrics({ withProcess: false });
    const count = { hits: 0, misses: 0 };
    const live = { websocket: { open: 0, sent: 0 }, sse: { open: 0, sent: 0 }, multipart: { open: 0, sent: 0 } };
    metrics.follow({ operations: { counts: count }, cache: { size: { entries: 0, bytes: 0 }, counts: count }, transports: {}, live });
    const names = [...(await metrics.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => `\`${name}\``);
    const told = rowsBelow('Metrics').map((row) => /`\S+`/.exec(row)?.[0]);
    expect(told.sort()).toEqual(names.sort());
  });
});
