import { describe, expect, test } from '@jest/globals';
import { createConnection } from './connection.ts';

function aConnection(online = true) {
  const target = new EventTarget();
  let backs = 0;
  const connection = createConnection(target, online, () => {
    backs += 1;
  });
  return { target, connection, backs: () => backs };
}

describe('the connection', () => {
  test('is online while no socket was needed yet', () => {
    expect(aConnection().connection.get()).toBe('online');
  });

  test('is lost when a socket fell, and online again when it stands', () => {
    const { connection } = aConnection();
    connection.socketOpened();
    connection.socketLost();
    expect(connection.get()).toBe('lost');
    connection.socketOpened();
    expect(connection.get()).toBe('online');
  });

  test('is offline when the browser has no network, whatever the socket says', () => {
    const { connection, target } = aConnection();
    connection.socketLost();
    target.dispatchEvent(new Event('offline'));
    expect(connection.get()).toBe('offline');
  });

  test('tells once that it is back, and only when the socket stands too', () => {
    const { connection, target, backs } = aConnection();
    connection.socketOpened();
    target.dispatchEvent(new Event('offline'));
    connection.socketLost();
    target.dispatchEvent(new Event('online'));
    expect(backs()).toBe(0);
    connection.socketOpened();
    connection.socketOpened();
    expect(backs()).toBe(1);
  });

  test('tells its readers of a change, and not of a repetition', () => {
    const { connection } = aConnection();
    let calls = 0;
    const stop = connection.subscribe(() => {
      calls += 1;
    });
    connection.socketLost();
    connection.socketLost();
    expect(calls).toBe(1);
    stop();
    connection.socketOpened();
    expect(calls).toBe(1);
  });
});
