import { AppError, unavailable } from '@atelier/service-kit/errors';
import DataLoader from 'dataloader';
import type { SubgraphTransport } from './transports/index.ts';
import type { ResolvedViewer } from './viewer.ts';

/** A thing that an answer points at, by its global id. */
export interface EntityRef {
  __typename: string;
  id: string;
}

/** Says what one viewer may see, by asking the owning subgraphs; each thing once in a request. */
export interface EntityReader {
  /**
   * Whether the owner shows the thing to the viewer. Must be asked before an id is handed out: a plan for keys only never reaches
   * the owner, and one that does keeps the id when the owner answers null.
   * @throws UNAVAILABLE when the owner cannot tell
   */
  mayRead(ref: EntityRef): Promise<boolean>;
}

const query = 'query MayRead($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
const hidden = new Set(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED']);

/** An EntityReader for one request or event. All that is asked in one tick leaves as one fetch a subgraph. */
export function createEntityReader(options: {
  owners: ReadonlyMap<string, string>;
  transports: Readonly<Record<string, SubgraphTransport>>;
  viewer: ResolvedViewer;
  traceId: string;
}): EntityReader {
  const { owners, transports, viewer, traceId } = options;
  const loader = new DataLoader<EntityRef, boolean, string>(readAll, { cacheKeyFn: ({ __typename, id }) => `${__typename}:${id}` });

  async function readAll(refs: readonly EntityRef[]): Promise<(boolean | Error)[]> {
    const byOwner = Map.groupBy(refs, (ref) => owners.get(ref.__typename) ?? null);
    const answers = new Map<EntityRef, boolean | Error>();
    await Promise.all(
      [...byOwner].map(async ([owner, asked]) => {
        const found = owner === null ? asked.map(() => false) : await readFrom(owner, asked);
        asked.forEach((ref, index) => {
          answers.set(ref, found[index] ?? false);
        });
      }),
    );
    return refs.map((ref) => answers.get(ref) ?? false);
  }

  async function readFrom(owner: string, refs: EntityRef[]): Promise<(boolean | Error)[]> {
    const failed = () => refs.map(() => unavailable('A part of Atelier'));
    const transport = transports[owner];
    if (!transport) return failed();
    try {
      const viewerToken = await viewer.token();
      const result = await transport.send({ query, variables: { representations: refs }, operationName: 'MayRead', viewerToken, traceId });
      const found: unknown = result.data?._entities;
      if (!Array.isArray(found) || found.length !== refs.length) return failed();
      const broken = new Set<unknown>();
      for (const error of result.errors ?? []) if (!hidden.has(String(error.extensions?.code))) broken.add(error.path?.[1]);
      return found.map((entity, index) => (broken.has(index) ? unavailable('A part of Atelier') : entity !== null));
    } catch (error) {
      return error instanceof AppError ? refs.map(() => error) : failed();
    }
  }

  return { mayRead: (ref) => loader.load(ref) };
}
