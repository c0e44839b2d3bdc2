import { describe, expect, test } from '@jest/globals';
import { findFreePort } from './ports.ts';
import { isSeen, openSeen } from './seen.ts';
import { StartError } from './start-error.ts';

describe('metrics and traces of an installation of one’s own', () => {
  test('are off unless the environment asks for them', () => {
    expect(isSeen({})).toBe(false);
    expect(isSeen({ METRICS_PORT: '9464' })).toBe(true);
    expect(isSeen({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' })).toBe(true);
  });

  test('are served to this machine only, until it stops', async () => {
    const port = await findFreePort('127.0.0.1');
    const seen = await openSeen({ METRICS_PORT: String(port), METRICS_HOST: '0.0.0.0' });
    const metrics = () => fetch(`http://127.0.0.1:${port}/metrics`);
    expect(await (await metrics()).text()).toContain('process_cpu_seconds_total');
    await expect(fetch(`http://127.0.0.2:${port}/metrics`)).rejects.toThrow();
    await seen.close();
    await expect(metrics()).rejects.toThrow();
  });

  test('with a wrong setting, the start says which', async () => {
    for (const wrong of [{ METRICS_PORT: '' }, { METRICS_PORT: '70000' }, { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }]) {
      const [name = ''] = Object.keys(wrong);
      await expect(openSeen(wrong)).rejects.toThrow(StartError);
      await expect(openSeen(wrong)).rejects.toThrow(name);
    }
  });
});
