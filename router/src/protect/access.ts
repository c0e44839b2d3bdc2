import { AppError } from '@atelier/service-kit/errors';
import { type Permission, permissionsOf } from '@atelier/service-kit/permissions';
import { roles as allRoles, type Role, type Viewer } from '@atelier/service-kit/viewer';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { statusOf } from '../errors.ts';
import { type Fragments, fieldsOf, holds, lookupOf, type Selected } from './selections.ts';

/** Who may ask for which field of a root, by `Mutation.createTask`; fields without a rule are open. */
export type AccessRules = ReadonlyMap<string, Permission>;

/** Says what of one operation a viewer may not ask for. */
export interface AccessCheck {
  /** Why the operation is refused; null when it may run. @param variables as the client sent them */
  refusal(viewer: Viewer, variables: Readonly<Record<string, unknown>>): readonly GraphQLError[] | null;
}

const rootNames: Record<OperationTypeNode, string> = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/** Reads the `@access` of all root fields. Throws when one was not written out by composition. */
export function readAccess(supergraph: DocumentNode): AccessRules {
  const rules = new Map<string, Permission>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || !Object.values(rootNames).includes(node.name.value)) continue;
    for (const field of node.fields ?? []) {
      const access = field.directives?.find(({ name }) => name.value === 'access');
      if (access) rules.set(`${node.name.value}.${field.name.value}`, permissionOf(access, `${node.name.value}.${field.name.value}`));
    }
  }
  return rules;
}

/**
 * The check of one operation, made once. A mutation or subscription is refused when one of its fields is; a query when all are:
 * else those fields give their own errors, and the rest its data. Null when no field has a rule.
 */
export function compileAccess(rules: AccessRules, operation: OperationDefinitionNode, fragments: Fragments): AccessCheck | null {
  const root = rootNames[operation.operation];
  const { table, allows, require } = permissionsOf(Object.fromEntries(rules));
  const selected = fieldsOf([operation.selectionSet], fragments, () => true).filter(({ field }) => field.name.value !== '__typename');
  const actionOf = ({ field }: Selected) => `${root}.${field.name.value}`;
  if (!selected.some((each) => Object.hasOwn(table, actionOf(each)))) return null;
  const lookup = lookupOf(operation);
  return {
    refusal(viewer, variables) {
      const values = lookup(variables);
      const asked = selected.filter(({ conditions }) => holds(conditions, values));
      const refused = asked.filter((each) => Object.hasOwn(table, actionOf(each)) && !allows(viewer, actionOf(each)));
      const isPartial = operation.operation === OperationTypeNode.QUERY && refused.length < asked.length;
      if (refused.length === 0 || isPartial) return null;
      const byKey = new Map(refused.map((each) => [(each.field.alias ?? each.field.name).value, each]));
      return [...byKey].map(([key, each]) => asError(() => require(viewer, actionOf(each)), key));
    },
  };
}

/** What the service would say, at the place where it would say it. */
function asError(refuse: () => void, key: string): GraphQLError {
  try {
    refuse();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new GraphQLError(error.message, {
      path: [key],
      originalError: error,
      extensions: { code: error.code, http: { status: statusOf(error.code) } },
    });
  }
  throw new Error('what is not allowed is refused');
}

function permissionOf(access: ConstDirectiveNode, where: string): Permission {
  const facts = Object.fromEntries((access.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
  const { roles, contact, scope, person } = facts;
  if (!Array.isArray(roles)) throw new Error(`${where} says not who may: compose the supergraph anew.`);
  return {
    roles: roles.filter((role): role is Role => allRoles.includes(role)),
    contact: contact === true,
    person: person === true,
    ...(typeof scope === 'string' ? { scope } : {}),
  };
}
