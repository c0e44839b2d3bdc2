import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { createAddressOf } from './http-request.ts';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    connection: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  test('is the other end of the connection, whatever the request says, where no proxy is trusted', () => {
    expect(createAddressOf()(from('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
  });

  test('is what a trusted proxy says, and no further back than trust reaches', () => {
    const addressOf = createAddressOf(['10.0.0.0/8']);
    expect(addressOf(from('10.1.2.3', '198.51.100.1'))).toBe('198.51.100.1');
    expect(addressOf(from('10.1.2.3', '192.0.2.9, 198.51.100.1, 10.9.9.9'))).toBe('198.51.100.1');
    expect(addressOf(from('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
  });

  test('is nobody’s once the connection is gone', () => {
    expect(createAddressOf()(from(undefined))).toBeNull();
  });
});
