import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether a thing of type `name` is also a `condition`; remembered, since answers repeat few pairs often. */
export type TypeTest = (name: string, condition: string) => boolean;

/** A TypeTest over one schema. What the schema does not know is of no type but its own name. */
export function createTypeTest(schema: GraphQLSchema): TypeTest {
  const known = new Map<string, Map<string, boolean>>();
  const decide = (name: string, condition: string): boolean => {
    if (name === condition) return true;
    const type = schema.getType(name);
    const wider = schema.getType(condition);
    return isAbstractType(wider) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wider, type);
  };
  return (name, condition) => {
    const ofName = known.get(name) ?? new Map<string, boolean>();
    const found = ofName.get(condition) ?? decide(name, condition);
    // Names come from subgraphs' answers: those that the schema does not know are not worth remembering.
    if (schema.getType(name)) known.set(name, ofName.set(condition, found));
    return found;
  };
}
