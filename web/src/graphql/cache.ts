import { type FieldPolicy, InMemoryCache, type TypePolicies } from '@apollo/client';
import { connectionFields, possibleTypes } from './__generated__/schema-facts.ts';

type Page = {
  nodes?: readonly unknown[];
  edges?: readonly unknown[];
  pageInfo?: Record<string, unknown>;
};

/**
 * Pages of one connection joined into one list. A page asked for with `after` is appended; without it the list begins anew, which
 * is what a refetch and a changed filter mean. Filters are part of the key, the place in the list is not.
 */
export function connectionPolicy(filters: readonly string[]): FieldPolicy<Page | null> {
  return {
    keyArgs: [...filters],
    merge(existing, incoming, { args }) {
      if (!existing || !args?.after) return incoming;
      // A further page that did not come leaves those that did.
      if (!incoming) return existing;
      return {
        ...existing,
        ...incoming,
        ...(incoming.nodes && { nodes: [...(existing.nodes ?? []), ...incoming.nodes] }),
        ...(incoming.edges && { edges: [...(existing.edges ?? []), ...incoming.edges] }),
      };
    },
  };
}

/* Lists that come whole: the newest answer is the list, also when it is shorter. */
const wholeLists: Record<string, readonly string[]> = {
  Client: ['contacts'],
  Project: ['stages', 'sharedWith', 'grants'],
  Studio: ['invitations', 'apiKeys'],
  Task: ['checklist'],
  User: ['memberships', 'sessions'],
};

/** One policy for every connection of the schema, as codegen found them. */
function typePolicies(): TypePolicies {
  // There is one viewer a cache: each query asks for its own part of them, and none may push out another's.
  const policies: TypePolicies = { Viewer: { keyFields: [] } };
  for (const [typename, fields] of Object.entries(connectionFields)) {
    const named = Object.entries(fields).map(([field, filters]) => [field, connectionPolicy(filters)] as const);
    policies[typename] = { fields: Object.fromEntries(named) };
  }
  for (const [typename, fields] of Object.entries(wholeLists)) {
    const named = Object.fromEntries(fields.map((field) => [field, { merge: false }] as const));
    policies[typename] = { fields: { ...policies[typename]?.fields, ...named } };
  }
  return policies;
}

/** A cache keyed by the API's global ids. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({ possibleTypes, typePolicies: typePolicies() });
}
