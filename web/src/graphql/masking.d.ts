import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';

declare module '@apollo/client' {
  /** Fragment types are those that codegen writes: opaque until useFragment opens them. */
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}
