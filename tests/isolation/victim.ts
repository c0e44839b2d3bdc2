import { encodeId } from '@atelier/service-kit/ids';
import type { Person } from '../support/person.ts';
import type { World } from '../support/world.ts';

/** Ids of one studio by type, at least one of each; plain secrets that must never reach another studio. */
export interface Belongings {
  ids: Readonly<Record<string, string>>;
  /** Words that stand in the studio's rows. */
  words: readonly string[];
}

interface Row {
  studio_id: string;
  id: string;
}

/** Types whose table is not their name in the plural. */
const UNUSUAL: Readonly<Record<string, string>> = { Activity: 'activity' };

/** Where the rows of a type are: the table of its name in the schema of the subgraph that owns it. */
function tableOf(world: World, type: string): string {
  const owner = world.stack.subgraphs.find(({ owns }) => owns.includes(type));
  const plural = `${type.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase()}s`;
  return `${owner?.name}.${UNUSUAL[type] ?? plural}`;
}

/** The types whose rows belong to a person, not to a studio. */
const OF_A_PERSON: Readonly<Record<string, string>> = {
  User: 'select id from auth.users where email = $1',
  Session: 'select s.id from auth.sessions s join auth.users u on u.id = s.user_id where u.email = $1 limit 1',
  Passkey: 'select p.id from auth.passkeys p join auth.users u on u.id = p.user_id where u.email = $1',
};

/** Makes the rows that the demo lacks, and collects an id of every type. */
export async function belongingsOf(
  world: World,
  owner: Person,
  email: string,
  slug: string,
  types: readonly string[],
): Promise<Belongings> {
  await owner.get(`mutation { inviteMember(input: { email: "secret-guest@example.test", role: ARTIST }) { ... on InviteMemberSuccess { invitation { id } } }
    createApiKey(input: { name: "Secret key", scopes: [PROJECTS_READ] }) { ... on CreateApiKeySuccess { apiKey { id } } }
    registerApp(input: { name: "Secret app", redirectUris: ["https://app.example.test/back"], scopes: [PROJECTS_READ] }) { __typename } }`);
  await world.db.admin.query(
    `insert into auth.passkeys (id, user_id, name, public_key, credential_id, counter, device_type, backed_up)
     select gen_random_uuid(), id, 'Secret passkey', 'x', $1, 0, 'singleDevice', false from auth.users where email = $1`,
    [email],
  );
  const studio = await world.db.admin.query<{ id: string }>('select id from accounts.studios where slug = $1', [slug]);
  const studioId = studio.rows[0]?.id;
  if (!studioId) throw new Error(`There is no studio ${slug}.`);
  // What somebody lets an app do comes by sign-in, which is tested there.
  await world.db.admin.query(
    `insert into accounts.app_grants (studio_id, id, client_id, user_id, scopes, created_at, updated_at)
     select a.studio_id, a.id, a.client_id, a.user_id, '{projects:read}', now(), now() from accounts.apps a
     where a.studio_id = $1 and a.name = 'Secret app'`,
    [studioId],
  );
  await owner.get('mutation { requestStudioExport { __typename } }');
  const shared = await world.db.admin.query<{ project: string; contact: string }>(
    `select p.id as project, c.id as contact from projects.projects p join clients.contacts c on c.studio_id = p.studio_id and c.client_id = p.client_id
     where p.studio_id = $1 and p.trashed_at is null and c.removed_at is null limit 1`,
    [studioId],
  );
  const input = {
    projectId: encodeId('Project', shared.rows[0]?.project ?? ''),
    contactId: encodeId('Contact', shared.rows[0]?.contact ?? ''),
  };
  await owner.get(
    `mutation ($share: ShareProjectInput!, $link: CreateClientLinkInput!) { shareProject(input: $share) { __typename }
      createClientLink(input: $link) { ... on CreateClientLinkSuccess { link { id } } } }`,
    { share: input, link: input },
  );
  const ids: Record<string, string> = {};
  for (const type of types) ids[type] = encodeId(type, await idOf(world, type, studioId, email));
  const names = await world.db.admin.query<{ word: string }>(
    `select name as word from projects.projects where studio_id = $1 union select title from projects.tasks where studio_id = $1
     union select name from clients.clients where studio_id = $1 union select name from clients.contacts where studio_id = $1`,
    [studioId],
  );
  return { ids, words: [...names.rows.map(({ word }) => word), email, 'secret-guest@example.test', 'Secret key', 'Secret app'] };
}

async function idOf(world: World, type: string, studioId: string, email: string): Promise<string> {
  const own = OF_A_PERSON[type];
  const { rows } = own
    ? await world.db.admin.query<Row>(own, [email])
    : type === 'Studio'
      ? { rows: [{ studio_id: studioId, id: studioId }] }
      : await world.db.admin.query<Row>(`select id from ${tableOf(world, type)} where studio_id = $1 order by id limit 1`, [studioId]);
  const id = rows[0]?.id;
  if (!id) throw new Error(`The studio has no ${type}: give it one, so that its isolation is tested.`);
  return id;
}
