import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { uuidv7 } from '../ids.ts';
import { createMemoryBus, createRedisBus, type LiveBus } from './bus.ts';
import { channelOf, type LiveEvent } from './events.ts';

let redis: ChildProcess;
let url: string;
beforeAll(async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'], {
    stdio: 'ignore',
  });
  url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
});
afterAll(async () => {
  const ended = once(redis, 'exit');
  redis.kill();
  await ended;
});

function anEvent(version = 1): LiveEvent {
  const studioId = uuidv7();
  return {
    channel: channelOf('ledger', studioId, { type: 'project', id: uuidv7() }),
    studioId,
    version,
    typename: 'Entry',
    id: uuidv7(),
    actor: null,
    audienceBefore: [],
    audienceAfter: ['team'],
    at: new Date().toISOString(),
  };
}

/** Publishes until it is heard: a subscription takes a moment to reach Redis. */
async function publishUntilHeard(sender: LiveBus, receiver: LiveBus, event: LiveEvent): Promise<LiveEvent> {
  return new Promise((resolve) => {
    const again = setInterval(() => sender.publish(event), 5);
    const stop = receiver.subscribe(event.channel, (heard) => {
      clearInterval(again);
      stop();
      resolve(heard);
    });
  });
}

describe('the bus inside a process', () => {
  test('tells the listeners of a channel, and no longer than they listen', async () => {
    const bus = createMemoryBus();
    const event = anEvent();
    const heard: LiveEvent[] = [];
    const stop = bus.subscribe(event.channel, (one) => heard.push(one));
    bus.publish(event);
    bus.publish(anEvent());
    await Promise.resolve();
    stop();
    bus.publish(event);
    await Promise.resolve();
    expect(heard).toEqual([event]);
  });

  test('tells everybody else when one listener throws', async () => {
    const bus = createMemoryBus();
    const event = anEvent();
    const heard: LiveEvent[] = [];
    bus.subscribe(event.channel, () => {
      throw new Error('not me');
    });
    bus.subscribe(event.channel, (one) => heard.push(one));
    bus.publish(event);
    await Promise.resolve();
    expect(heard).toEqual([event]);
  });
});

describe('the bus between processes', () => {
  test('carries an event whole, and only to its channel', async () => {
    const [sender, receiver] = [createRedisBus(url), createRedisBus(url)];
    const [event, other] = [anEvent(7), anEvent()];
    const wrong: LiveEvent[] = [];
    receiver.subscribe(other.channel, (one) => wrong.push(one));
    expect(await publishUntilHeard(sender, receiver, event)).toEqual(event);
    expect(wrong).toEqual([]);
    await Promise.all([sender.close(), receiver.close()]);
  });

  test('goes on for the second listener of a channel when the first has left', async () => {
    const bus = createRedisBus(url);
    const event = anEvent();
    const leave = bus.subscribe(event.channel, () => undefined);
    const heard = publishUntilHeard(bus, bus, event);
    leave();
    leave();
    expect(await heard).toEqual(event);
    await bus.close();
  });

  test('says when it hears again after its line was cut, and hears all that is published from then on', async () => {
    const [sender, receiver, admin] = [createRedisBus(url), createRedisBus(url), new Redis(url)];
    const event = anEvent();
    await publishUntilHeard(sender, receiver, event);
    const heard = new Promise<LiveEvent>((resolve) => receiver.subscribe(event.channel, resolve));
    const restored = new Promise<void>((resolve) => receiver.onRestored(resolve));
    await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await restored;
    sender.publish(event);
    expect(await heard).toEqual(event);
    await Promise.all([sender.close(), receiver.close()]);
    admin.disconnect();
  });

  test('goes on after a message that is no event', async () => {
    const warned: unknown[] = [];
    const bus = createRedisBus(url, { warn: (...words: unknown[]) => warned.push(words) });
    const admin = new Redis(url);
    const event = anEvent();
    await publishUntilHeard(bus, bus, event);
    const heard: LiveEvent[] = [];
    const last = new Promise<void>((resolve) =>
      bus.subscribe(event.channel, (one) => {
        heard.push(one);
        if (one.version === 2) resolve();
      }),
    );
    const { channel } = event;
    const noEvents = [
      'no JSON',
      'null',
      { channel },
      { ...event, version: '1' },
      { ...event, id: null },
      { ...event, audienceAfter: null },
    ];
    for (const each of [...noEvents, { ...event, version: 2 }])
      await admin.publish(`atelier:live:${channel}`, typeof each === 'string' ? each : JSON.stringify(each));
    await last;
    expect(warned).toHaveLength(noEvents.length);
    expect(heard.filter(({ version }) => version !== 2)).toEqual(heard.slice(0, -1).map(() => event));
    await bus.close();
    admin.disconnect();
  });

  test('publishes into the void without harm while Redis is away', async () => {
    const warned: unknown[] = [];
    const lonely = createRedisBus('redis://127.0.0.1:1', { warn: (...words: unknown[]) => warned.push(words) });
    lonely.publish(anEvent());
    await lonely.close();
    expect(() => lonely.publish(anEvent())).not.toThrow();
  });
});
