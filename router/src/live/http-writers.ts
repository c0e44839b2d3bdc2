import type { ServerResponse } from 'node:http';
import type { Logger } from '@atelier/service-kit/log';
import type { GraphQLFormattedError } from 'graphql';
import { statusOf } from '../errors.ts';
import { drained } from './drained.ts';
import { boundary, type Message, partOf } from './message.ts';
import type { Sink } from './sink.ts';

/** An answer that is written bit by bit. */
export interface Answer {
  sink: Sink;
  /** Says that the stream is alive. */
  beat(): void;
  /** Ends a stream that the client is to ask for again, elsewhere. */
  leave(): void;
}
export type Writer = (response: ServerResponse, logger: Logger) => Answer;

/** How one protocol says things. */
interface Words {
  contentType: string;
  opening: string;
  beat: string;
  next(message: Message): string;
  end: string;
  /** Errors that end the stream, with the end. */
  fail(errors: readonly GraphQLFormattedError[]): string;
  /** The end of a stream that is to be asked for again. */
  leave: string;
  /** Whether what is wrong before the first result may be told as a plain answer. */
  hasPlainErrors: boolean;
}

const complete = 'event: complete\ndata:\n\n';

/** graphql-sse, distinct connections mode. A stream that ends without `complete` was cut: clients come again by themselves. */
export const eventStream: Writer = (response, logger) =>
  answer(response, logger, {
    contentType: 'text/event-stream; charset=utf-8',
    opening: ':\n\n',
    beat: ':\n\n',
    next: (message) => message.event(),
    end: complete,
    fail: (errors) => `event: next\ndata: ${JSON.stringify({ errors })}\n\n${complete}`,
    leave: '',
    hasPlainErrors: false,
  });

const lastBoundary = `--${boundary}--\r\n`;
/** After a part the next boundary is already written; two hyphens make it the last. */
const failure = (errors: readonly GraphQLFormattedError[]) =>
  `Content-Type: application/json\r\n\r\n${JSON.stringify({ payload: null, errors })}\r\n${lastBoundary}`;

/** Apollo's multipart subscriptions. Errors beside a payload of null end the stream: that is how clients know to ask again. */
export const multipart: Writer = (response, logger) =>
  answer(response, logger, {
    contentType: `multipart/mixed;boundary="${boundary}";subscriptionSpec=1.0`,
    opening: `--${boundary}\r\n`,
    beat: partOf('{}'),
    next: (message) => message.part(),
    end: `Content-Type: application/json\r\n\r\n{}\r\n${lastBoundary}`,
    fail: failure,
    leave: failure([{ message: 'This server is about to restart: ask again.', extensions: { code: 'UNAVAILABLE' } }]),
    hasPlainErrors: true,
  });

function answer(response: ServerResponse, logger: Logger, words: Words): Answer {
  let isOver = false;
  let ended = (_errors: readonly GraphQLFormattedError[]) => {};
  const begin = () => {
    if (response.headersSent || isOver) return;
    response.writeHead(200, { 'content-type': words.contentType, 'x-accel-buffering': 'no' });
    response.write(words.opening);
  };
  const finish = (text: string) => {
    begin();
    if (isOver) return;
    isOver = true;
    response.end(text);
  };
  return {
    beat() {
      // Who does not read needs no sign of life on top.
      if (isOver || !response.headersSent || response.writableNeedDrain) return;
      response.write(words.beat);
    },
    leave: () => finish(words.leave),
    sink: {
      opened: begin,
      next(message) {
        begin();
        if (!isOver) response.write(words.next(message));
      },
      end(errors) {
        if (isOver) return;
        if (errors && words.hasPlainErrors && !response.headersSent) {
          isOver = true;
          response.writeHead(statusOf(String(errors[0]?.extensions?.code)), { 'content-type': 'application/json; charset=utf-8' });
          response.end(JSON.stringify({ errors }));
        } else finish(errors ? words.fail(errors) : words.end);
        ended(errors ?? []);
      },
      watch(onEnd) {
        ended = onEnd;
      },
      isBehind: () => response.writableNeedDrain,
      drained: () => drained(response),
      cut() {
        if (isOver) return;
        isOver = true;
        logger.info('a client read too slowly and was cut off');
        response.destroy();
      },
    },
  };
}
