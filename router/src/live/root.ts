import { AppError, notFound } from '@atelier/service-kit/errors';
import { typenameOfId } from '@atelier/service-kit/ids';
import { type DocumentNode, type ExecutionResult, execute, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import type { EntityReader, EntityRef } from '../entities.ts';

/** The root value of an event: the subscription field with its payload. */
export type LiveRoot = Readonly<Record<string, unknown>>;

const mostIds = 100;
const documents = new Map<string, DocumentNode>();
const mostDocuments = 1_000;

/**
 * Answers the first fetch of a plan: `node` and `nodes`, or, for a subscription, the event itself. Hands out no id that its owner
 * does not show to the viewer.
 */
export async function executeLive(
  schema: GraphQLSchema,
  query: string,
  variables: Record<string, unknown> | undefined,
  entities: EntityReader,
  event: LiveRoot | undefined,
): Promise<ExecutionResult> {
  return execute({
    schema,
    document: documentOf(query),
    variableValues: variables,
    rootValue: event ?? queryRoot(entities),
  });
}

function queryRoot(entities: EntityReader) {
  const node = async (id: string): Promise<EntityRef> => {
    const __typename = typenameOfId(id);
    if (__typename !== null && (await entities.mayRead({ __typename, id }).catch(throwCoded))) return { __typename, id };
    return throwCoded(notFound());
  };
  return {
    node: ({ id }: { id: string }) => node(id),
    nodes: ({ ids }: { ids: string[] }) => {
      if (ids.length > mostIds)
        throw new GraphQLError(`Ask for at most ${mostIds} ids at once.`, { extensions: { code: 'BAD_USER_INPUT' } });
      return ids.map(node);
    },
  };
}

/** With the code where JSON carries it. */
function throwCoded(error: unknown): never {
  if (error instanceof AppError) throw new GraphQLError(error.message, { extensions: { code: error.code } });
  throw error;
}

/** Fetches come out of cached plans, so their texts repeat. */
function documentOf(query: string): DocumentNode {
  let document = documents.get(query);
  if (!document) {
    document = parse(query, { noLocation: true });
    if (documents.size >= mostDocuments) documents.delete(documents.keys().next().value ?? '');
    documents.set(query, document);
  }
  return document;
}
