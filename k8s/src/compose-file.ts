import { isSecond, ownerOf, passwordVariable, roleOf, type SchemaFolder, urlVariable } from '@atelier/service-kit/migrate';
import { stringify } from 'yaml';
import { FOLDERS, MIGRATE, readinessPath, type Service, settingsOf } from './catalogue.ts';

const POSTGRES = 'postgres:18.4';
const REDIS = 'redis:8.2.1';
const DATABASE = 'atelier';
const ADMIN = 'atelier_admin';
const PUBLIC_PORT = 4000;

/** Refused with a sentence where the environment has none; no value of it is in the file. */
const must = (name: string, what: string): string => `\${${name}:?set ${name}: ${what}}`;
const WORD = '16 characters or more of letters, digits, - and _';

const KEYS = {
  privateKey: { ATELIER_VIEWER_PRIVATE_KEY: must('ATELIER_VIEWER_PRIVATE_KEY', 'an Ed25519 private key as JWK') },
  publicKey: { ATELIER_VIEWER_PUBLIC_KEY: must('ATELIER_VIEWER_PUBLIC_KEY', 'the public key that belongs to it, as JWK') },
};

/** Read from where compose runs; a service is not told of one that is not set there. */
/** Where traces go, and what the collector wants to be told beside. */
const TRACES = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_HEADERS'];
const optional = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));

const urlOf = (role: string, password: string): string => `postgres://${role}:${password}@postgres:5432/${DATABASE}`;
const schemaUrl = (schema: string): string => urlOf(roleOf(schema), must(passwordVariable(schema), WORD));

/** One image for all, one command a container; what runs in it may write nowhere but in its own folders. */
const container = (entry: string) => ({
  image: `\${ATELIER_IMAGE:-atelier:0.1.0}`,
  build: '.',
  command: ['node', entry],
  read_only: true,
  tmpfs: ['/tmp'],
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
});

const healthOf = (test: string[]) => ({ test, interval: '5s', timeout: '3s', retries: 3, start_period: '30s' });
const asks = (port: number, path: string) =>
  healthOf([
    'CMD',
    'node',
    '-e',
    `fetch('http://127.0.0.1:${port}${path}').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`,
  ]);

/** The compose file of a fleet: PostgreSQL, Redis, the one-shot migration, and a container for each service of the tree. */
export function composeFile(services: readonly Service[], schemas: readonly SchemaFolder[]): string {
  const keeps = services.filter(({ needs }) => Object.keys(needs.folders).length > 0);
  const file = {
    services: {
      postgres: {
        image: POSTGRES,
        restart: 'unless-stopped',
        environment: {
          POSTGRES_USER: ADMIN,
          POSTGRES_PASSWORD: must('ATELIER_POSTGRES_PASSWORD', WORD),
          POSTGRES_DB: DATABASE,
        },
        volumes: ['postgres:/var/lib/postgresql'],
        // By TCP: while it is set up for the first time, it listens on its socket only.
        healthcheck: healthOf(['CMD', 'pg_isready', '-h', '127.0.0.1', '-U', ADMIN, '-d', DATABASE]),
        stop_grace_period: '60s',
      },
      redis: {
        image: REDIS,
        restart: 'unless-stopped',
        // It carries what is live and keeps nothing.
        command: ['redis-server', '--save', '', '--appendonly', 'no'],
        healthcheck: healthOf(['CMD', 'redis-cli', 'ping']),
      },
      [MIGRATE.name]: {
        ...container(MIGRATE.entry),
        restart: 'no',
        environment: {
          ADMIN_DATABASE_URL: urlOf(ADMIN, must('ATELIER_POSTGRES_PASSWORD', WORD)),
          ...Object.fromEntries(schemas.map(({ name }) => [passwordVariable(name), must(passwordVariable(name), WORD)])),
        },
        depends_on: { postgres: { condition: 'service_healthy' } },
      },
      ...Object.fromEntries(services.map((service) => [service.name, containerOf(service, services, schemas)])),
    },
    volumes: Object.fromEntries(['postgres', ...keeps.map(volumeOf)].map((name) => [name, {}])),
  };
  const head = '# The fleet on one machine: see docs/fleet.md. Made from the tree by "npm run k8s"; do not change it by hand.\n';
  return head + stringify(file, { lineWidth: 0, aliasDuplicateObjects: false, nullStr: '', version: '1.1' });
}

const volumeOf = ({ name }: Service): string => `${name}-files`;

function containerOf(service: Service, all: readonly Service[], schemas: readonly SchemaFolder[]) {
  const { name, kind, port, needs } = service;
  return {
    ...container(service.entry),
    restart: 'unless-stopped',
    environment: {
      ...settingsOf(service, all),
      ...environmentOf(service, schemas),
      ...Object.fromEntries(Object.entries(needs.required).map(([variable, what]) => [variable, must(variable, what)])),
      ...optional([...needs.optional, ...(kind === 'web' ? [] : TRACES), 'LOG_LEVEL']),
    },
    ...(kind === 'router' ? { ports: [`\${ATELIER_PORT:-${PUBLIC_PORT}}:${port}`] } : {}),
    ...(Object.keys(needs.folders).length > 0 ? { volumes: [`${volumeOf(service)}:${FOLDERS}`] } : {}),
    healthcheck: asks(port, readinessPath(service)),
    ...dependenciesOf(
      service,
      all.filter((other) => other.name !== name),
    ),
    stop_grace_period: '30s',
  };
}

function environmentOf({ name, kind }: Service, schemas: readonly SchemaFolder[]): Record<string, string> {
  if (kind === 'web') return {};
  const installation = {
    REDIS_URL: 'redis://redis:6379',
    PUBLIC_URL: must('PUBLIC_URL', 'where browsers find Atelier, for example https://studio.example'),
    SERVICE_URL: 'http://{name}:4001',
    ...KEYS.privateKey,
  };
  if (kind === 'router') return installation;
  const own = schemas.filter((schema) => ownerOf(schema) === name);
  return {
    ...installation,
    ...KEYS.publicKey,
    ATELIER_INSTALLATION_ID: must('ATELIER_INSTALLATION_ID', 'eight digits of hex, once and for all'),
    ...Object.fromEntries(own.map((schema) => [isSecond(schema) ? urlVariable(schema) : 'DATABASE_URL', schemaUrl(schema.name)])),
  };
}

function dependenciesOf({ kind }: Service, others: readonly Service[]) {
  if (kind === 'web') return {};
  const redis = { redis: { condition: 'service_healthy' } };
  if (kind === 'subgraph') {
    return {
      depends_on: { postgres: { condition: 'service_healthy' }, ...redis, [MIGRATE.name]: { condition: 'service_completed_successfully' } },
    };
  }
  // Not until they are healthy: the router serves without the one that cannot start.
  return { depends_on: { ...redis, ...Object.fromEntries(others.map(({ name }) => [name, { condition: 'service_started' }])) } };
}
