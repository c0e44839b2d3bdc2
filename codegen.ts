import { readdirSync } from 'node:fs';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';

const shared = 'packages/service-kit/src/schema/shared.graphql';

/** Resolver types of one subgraph: its own schema only, so that a change in one domain rebuilds that domain alone. */
const subgraph = (name: string) => ({
  ...defineConfig({
    // Result members and stubs resolve by their fields; everything else has a resolver file named as the type.
    resolverGeneration: 'minimal',
    blacklistedModules: ['schema'],
    resolverTypesPath: './__generated__/types.ts',
    resolverMainFile: './__generated__/resolvers.ts',
    typeDefsFilePath: false,
    mergeSchema: false,
    scalarsModule: false,
    scalarsOverrides: {
      DateTime: { type: 'Date' },
      Date: { type: 'string' },
      CurrencyCode: { type: 'string' },
      MinorUnits: { type: 'bigint' },
    },
    tsConfigFilePath: './tsconfig.json',
    importExtension: '.ts',
    typesPluginsConfig: {
      contextType: '../context.ts#Context',
      federation: true,
      useTypeImports: true,
      enumsAsTypes: true,
    },
  }),
  schema: [shared, `subgraphs/${name}/src/*/schema.graphql`],
});

const config: CodegenConfig = {
  importExtension: '.ts',
  generates: Object.fromEntries(
    readdirSync('subgraphs').map((name) => [`subgraphs/${name}/src`, subgraph(name)]),
  ),
};

export default config;
