import { AppError } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import type { GraphQLFormattedError } from 'graphql';
import { CloseCode, type Message as Incoming, MessageType, parseMessage, type SubscribePayload } from 'graphql-ws';
import { publicError } from '../errors.ts';
import { newTraceId } from '../trace.ts';
import type { Session } from './sessions.ts';
import type { LiveSettings } from './settings.ts';
import { SocketOperation } from './socket-operation.ts';
import type { Asked, Starter } from './start.ts';
import type { Wire } from './wire.ts';

/** One client's side of graphql-transport-ws. */
export interface Conversation {
  /** Handles a message, which was sent at `now` in ms. */
  receive(text: string, now: number): void;
  /** How many operations run. */
  running(): number;
  /** Takes no more operations, and resolves when queries and mutations that run have been answered. */
  finish(): Promise<void>;
  /** The client is gone. */
  stop(): void;
}

const longestId = 256;

/**
 * graphql-transport-ws as its PROTOCOL.md says. An operation belongs to the message that began it, not to its id: an id that is used
 * again at once hears nothing of the operation before.
 */
export function createConversation(options: {
  wire: Wire;
  settings: LiveSettings;
  starter: Starter;
  logger: Logger;
  /** Who the client says it is; resolves with null when the wire was closed instead. */
  identify(params: Record<string, unknown> | undefined): Promise<Session | null>;
}): Conversation {
  const { wire, settings, starter, logger, identify } = options;
  const operations = new Map<string, SocketOperation>();
  const wait = setTimeout(() => close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout'), settings.initWaitMs);
  wait.unref();
  let isAsked = false;
  let isOver = false;
  let session: Session | null = null;
  let allowance = settings.messageBurst;
  let countedAt: number | null = null;
  let whenFinished: (() => void) | null = null;

  const say = (message: Record<string, unknown>) => {
    if (!isOver) wire.send(JSON.stringify(message));
  };

  function close(code: number, reason: string): void {
    stop();
    wire.close(code, reason);
  }

  /** A leaky bucket: `messageBurst` at once, refilled by `messagesPerSecond`. */
  function isTooMuch(now: number): boolean {
    const passed = Math.max(0, now - (countedAt ?? now));
    countedAt = now;
    allowance = Math.min(settings.messageBurst, allowance + (passed / 1_000) * settings.messagesPerSecond) - 1;
    return allowance < 0;
  }

  async function init(params: Record<string, unknown> | undefined): Promise<void> {
    if (isAsked) return close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
    isAsked = true;
    clearTimeout(wait);
    const known = await identify(params);
    if (!known || isOver) return;
    session = known;
    say({ type: MessageType.ConnectionAck });
  }

  function subscribe(id: string, asked: Asked): void {
    if (!session) close(CloseCode.Unauthorized, 'Unauthorized');
    else if (operations.has(id)) close(CloseCode.SubscriberAlreadyExists, reasonOf(`Subscriber for ${id} already exists`));
    else if (id.length > longestId) close(CloseCode.BadRequest, `An id has at most ${longestId} characters`);
    else if (operations.size >= settings.operationsPerSocket) {
      const refusal = new AppError('RATE_LIMITED', `A socket carries at most ${settings.operationsPerSocket} operations at once.`);
      say({ id, type: MessageType.Error, payload: [publicError(refusal, newTraceId(), logger)] });
    }
    // While the rest is answered before a close nothing is begun: the client asks for it again elsewhere.
    else if (!whenFinished) begin(id, asked, session);
  }

  function begin(id: string, asked: Asked, asking: Session): void {
    const operation = new SocketOperation(id, wire, finished);
    operations.set(id, operation);
    operation.started = starter.start(asked, asking, operation, 'websocket');
  }

  function finished({ id }: SocketOperation, errors: readonly GraphQLFormattedError[] | undefined): void {
    say(errors ? { id, type: MessageType.Error, payload: errors } : { id, type: MessageType.Complete });
    operations.delete(id);
    checkFinished();
  }

  function complete(id: string): void {
    const operation = operations.get(id);
    if (!operation) return;
    operations.delete(id);
    operation.stop();
    checkFinished();
  }

  function checkFinished(): void {
    if (whenFinished && ![...operations.values()].some(({ started }) => started === null || !started.isStream)) whenFinished();
  }

  function stop(): void {
    isOver = true;
    clearTimeout(wait);
    for (const operation of operations.values()) operation.stop();
    operations.clear();
    checkFinished();
  }

  return {
    receive(text, now) {
      if (isOver) return;
      if (isTooMuch(now)) return close(1008, 'Too many messages');
      let message: Incoming;
      let pong: string | null;
      try {
        message = parseMessage(text);
        // What can be read can still be nested too deep to be written.
        pong = pongTo(message);
      } catch {
        return close(CloseCode.BadRequest, 'Invalid message received');
      }
      if (pong !== null) return wire.send(pong);
      switch (message.type) {
        case MessageType.ConnectionInit:
          return void init(message.payload ?? undefined);
        case MessageType.Pong:
          return;
        case MessageType.Subscribe:
          return subscribe(message.id, askedBy(message.payload));
        case MessageType.Complete:
          return complete(message.id);
        default:
          return close(CloseCode.BadRequest, 'Only a server sends messages of this type');
      }
    },
    running: () => operations.size,
    finish: () =>
      new Promise((resolve) => {
        whenFinished = resolve;
        checkFinished();
      }),
    stop,
  };
}

/** The answer to a ping, with what came with it; null for every other message. @throws RangeError for what is nested too deep */
function pongTo(message: Incoming): string | null {
  if (message.type !== MessageType.Ping) return null;
  return JSON.stringify(message.payload ? { type: MessageType.Pong, payload: message.payload } : { type: MessageType.Pong });
}

const askedBy = ({ query, variables, operationName }: SubscribePayload): Asked => ({
  query,
  variables: variables ?? {},
  operationName: operationName ?? undefined,
});

/** A close frame carries at most 123 bytes of reason. */
const reasonOf = (reason: string) => (Buffer.byteLength(reason) <= 123 ? reason : 'The reason is too long to be told');
