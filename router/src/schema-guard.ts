import { unauthenticated } from '@atelier/service-kit/errors';
import { GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import type { Prepared } from './execute/engine.ts';
import type { Guard } from './pipeline.ts';

/** Keeps the schema from strangers, where it is not open to all. */
export function createSchemaGuard(): Guard {
  const admission = { settle: () => ({}) };
  return {
    admit({ operation, context }) {
      const isStranger = context.viewer.viewer.kind === 'anonymous';
      if (isStranger && !operation.prepared.isCompiled && selectsSchema(operation.prepared)) {
        const { message, code } = unauthenticated();
        throw new GraphQLError(message, { extensions: { code, http: { status: 401 } } });
      }
      return admission;
    },
  };
}

function selectsSchema({ operation, fragments }: Prepared): boolean {
  const selects = (set: SelectionSetNode): boolean =>
    set.selections.some((each) => {
      if (each.kind === Kind.FIELD) return each.name.value === '__schema' || each.name.value === '__type';
      if (each.kind === Kind.INLINE_FRAGMENT) return selects(each.selectionSet);
      const fragment = fragments.get(each.name.value);
      return fragment !== undefined && selects(fragment.selectionSet);
    });
  return selects(operation.selectionSet);
}
