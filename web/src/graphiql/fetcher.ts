import { getOperationAST, OperationTypeNode, parse } from 'graphql';

/** An operation as GraphiQL hands it over. */
interface Asked {
  query: string;
  operationName?: string | null | undefined;
  variables?: unknown;
}
type Answer = Record<string, unknown>;

/**
 * Asks with the session's cookie. `x-atelier-documents` is leave to run documents of one's own: no page of another site can send it.
 * Subscriptions come as an event stream (graphql-sse), which knows the same headers.
 */
export function createFetcher(studio: string | null) {
  const own = {
    'content-type': 'application/json',
    'x-atelier-documents': 'open',
    'x-atelier-cost': 'shown',
    ...(studio === null ? {} : { 'x-atelier-studio': studio }),
  };

  const send = (asked: Asked, accept: string, headers: Record<string, string> = {}, signal: AbortSignal | null = null) =>
    fetch('/graphql', { method: 'POST', headers: { ...own, ...headers, accept }, body: JSON.stringify(asked), signal });

  async function once(asked: Asked, headers?: Record<string, string>): Promise<Answer> {
    const answer = await send(asked, 'application/json', headers);
    return (await answer.json()) as Answer;
  }

  async function* read(asked: Asked, headers: Record<string, string> | undefined, leaving: AbortSignal): AsyncGenerator<Answer> {
    try {
      const answer = await send(asked, 'text/event-stream', headers, leaving);
      if (!answer.headers.get('content-type')?.startsWith('text/event-stream') || !answer.body) {
        yield (await answer.json()) as Answer;
        return;
      }
      for await (const event of eventsOf(answer.body)) {
        if (event.type === 'complete') return;
        yield JSON.parse(event.data) as Answer;
      }
    } catch (error) {
      if (!leaving.aborted) throw error;
    }
  }

  /** A generator that waits for the next event does not hear that nobody wants it: the request itself is ended. */
  function stream(asked: Asked, headers?: Record<string, string>): AsyncIterable<Answer> {
    const leaving = new AbortController();
    const answers = read(asked, headers, leaving.signal);
    const iterator: AsyncIterator<Answer> = {
      next: () => answers.next(),
      return() {
        leaving.abort();
        return answers.return(undefined);
      },
    };
    return { [Symbol.asyncIterator]: () => iterator };
  }

  return (given: Asked, { headers }: { headers?: Record<string, string> | undefined } = {}) => {
    const { asked, isSubscription } = look(given);
    return isSubscription ? stream(asked, headers) : once(asked, headers);
  };
}

/** GraphiQL notices a tenth of a second late that an operation has another name: who runs it at once means the only one there is. */
function look(given: Asked): { asked: Asked; isSubscription: boolean } {
  try {
    const document = parse(given.query);
    const asked = getOperationAST(document, given.operationName) ? given : { ...given, operationName: undefined };
    return { asked, isSubscription: getOperationAST(document, asked.operationName)?.operation === OperationTypeNode.SUBSCRIPTION };
  } catch {
    // What is wrong with the words is the server's to say.
    return { asked: given, isSubscription: false };
  }
}

/** The events of a stream; comments, which only say that it is alive, are left out. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ type: string; data: string }> {
  let text = '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line));
      const of = (name: string) => fields.find((field) => field?.[1] === name)?.[2];
      const type = of('event');
      if (type !== undefined) yield { type, data: of('data') ?? '' };
    }
  }
}
