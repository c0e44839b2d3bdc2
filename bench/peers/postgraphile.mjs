/** PostGraphile over the same tables, with its preset for new projects. */
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { pool } from './lib/database.mjs';
import { FUNCTIONS, relations } from './lib/postgraphile.mjs';
import { viewerOf } from './lib/viewer.mjs';

const admin = new pg.Client({ connectionString: process.env.ADMIN_URL });
await admin.connect();
await admin.query(FUNCTIONS);
await admin.query('grant usage on schema bench to public');
await admin.end();

/** Who asks is written into the variables, where functions take it from: cheaper than settings, which need a transaction. */
const viewerIntoVariables = {
  name: 'ViewerIntoVariables',
  version: '1.0.0',
  grafserv: {
    middleware: {
      processGraphQLRequestBody(next, event) {
        const viewer = viewerOf(event.request.headers);
        event.body.variableValues = { ...event.body.variableValues, studio: viewer.studioId, member: viewer.memberId };
        return next();
      },
    },
  },
};

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [relations, viewerIntoVariables],
  pgServices: [makePgService({ pool, schemas: ['projects', 'accounts', 'clients', 'messaging', 'bench'] })],
  grafserv: { graphqlPath: '/', graphiql: false, watch: false, websockets: false },
  grafast: { explain: false },
});
if (process.argv[2] === 'schema') {
  const { printSchema } = await import('graphql');
  console.log(printSchema(await instance.getSchema()));
  process.exit(0);
}
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}/` }));
