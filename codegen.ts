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

const api = 'docs/api/schema.graphql';
const operations = 'web/src/**/*.graphql';

/** How the API's scalars arrive in a browser. */
const webTypes = {
  scalars: { ID: 'string', DateTime: 'string', Date: 'string', CurrencyCode: 'string', MinorUnits: 'number' },
  enumsAsTypes: true,
  useTypeImports: true,
  skipTypename: true,
  nonOptionalTypename: true,
};

/** The web's types: operations and fragments beside their component, what is shared in one file, and what the cache has to know. */
const web: CodegenConfig['generates'] = {
  'web/src/graphql/__generated__/schema-facts.ts': { schema: api, plugins: ['./web/scripts/schema-facts.mjs'] },
  'web/src/graphql/__generated__/types.ts': { schema: api, plugins: ['typescript'], config: { ...webTypes, onlyOperationTypes: true } },
  'web/src/': {
    schema: api,
    documents: operations,
    preset: 'near-operation-file',
    presetConfig: { folder: '__generated__', extension: '.ts', baseTypesPath: 'graphql/__generated__/types.ts' },
    plugins: ['typescript-operations', 'typed-document-node'],
    // Components read only their own fragments: a fragment spread is opaque until useFragment opens it.
    config: {
      ...webTypes,
      importSchemaTypesFrom: 'web/src/graphql/__generated__/types.ts',
      inlineFragmentTypes: 'mask',
      customDirectives: { apolloUnmask: true },
      documentMode: 'documentNodeImportFragments',
      documentNodeImport: '@apollo/client#TypedDocumentNode',
    },
  },
};

const config: CodegenConfig = {
  ignoreNoDocuments: true,
  importExtension: '.ts',
  generates: {
    ...Object.fromEntries(readdirSync('subgraphs').map((name) => [`subgraphs/${name}/src`, subgraph(name)])),
    ...web,
  },
};

export default config;
