/**
 * A codegen plugin: what the cache has to know about the schema and nothing more. `possibleTypes` for fragments on interfaces and
 * unions; `connectionFields` for every field that returns a Relay connection, with those of its arguments that filter.
 */
import { getNamedType, isAbstractType, isObjectType } from 'graphql';

const PAGING = new Set(['first', 'after', 'last', 'before']);

export function plugin(schema) {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const possibleTypes = {};
  const connectionFields = {};
  for (const type of types) {
    if (isAbstractType(type))
      possibleTypes[type.name] = schema
        .getPossibleTypes(type)
        .map((each) => each.name)
        .sort();
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      connectionFields[type.name] ??= {};
      connectionFields[type.name][field.name] = field.args.map((arg) => arg.name).filter((name) => !PAGING.has(name));
    }
  }
  return [
    `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes, null, 2)};`,
    `export const connectionFields: Record<string, Record<string, string[]>> = ${JSON.stringify(connectionFields, null, 2)};`,
    '',
  ].join('\n\n');
}
