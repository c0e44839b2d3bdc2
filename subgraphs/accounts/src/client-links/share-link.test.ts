import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, PUBLIC_URL, startAccounts } from '../testing/accounts.ts';
import { aLink, aStudio, type StudioFixture } from '../testing/people.ts';
import { aCast, type Cast } from '../testing/roles.ts';

let domain: Accounts;
let studio: StudioFixture;
let cast: Cast;
let project: string;
let person: string;
beforeAll(async () => {
  domain = await startAccounts();
});
beforeEach(async () => {
  studio = await aStudio(domain);
  cast = await aCast(domain, studio, await aStudio(domain));
  const [projectId, contactId] = [uuidv7(), uuidv7()];
  domain.world.projects.add(projectId);
  domain.world.contacts.add(contactId);
  project = encodeId('Project', projectId);
  person = encodeId('Contact', contactId);
});
afterAll(() => domain.stop());

const CREATE = `mutation ($input: CreateClientLinkInput!) { createClientLink(input: $input) { __typename
  ... on CreateClientLinkSuccess { url link { id contact { id } expiresAt lastUsedAt } } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeClientLink(input: { id: $id }) { ... on RevokeClientLinkSuccess { id } } }';
const LINKS = '{ clientLinks { id contact { id } } }';

async function share(who: keyof Cast = 'artist', input: Record<string, unknown> = {}) {
  const { data, codes } = await domain.ask(cast[who], CREATE, { input: { projectId: project, contactId: person, ...input } });
  return { result: data?.createClientLink as { url: string; link: { id: string } }, codes };
}

test('a link is made for a contact; its address is shown once and not kept', async () => {
  const { result } = await share();
  expect(result).toMatchObject({ link: { contact: { id: person }, lastUsedAt: null } });
  const secret = result.url.slice(`${PUBLIC_URL}/p/`.length);
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const { rows } = await domain.db.admin.query(
    'select l::text as row from accounts.client_links l union all select a::text from accounts.activity a',
  );
  for (const { row } of rows as { row: string }[]) expect(row).not.toContain(secret);
  expect(await domain.entity(cast.owner, 'Project', project, LINKS)).toEqual({
    clientLinks: [{ id: result.link.id, contact: { id: person } }],
  });
});

test('it is mailed to the contact when asked for', async () => {
  const { result } = await share('manager', { sendMail: true });
  await until(() => domain.mails().some(({ data }) => data.url === result.url));
  const mail = domain.mails().find(({ data }) => data.url === result.url);
  expect(mail).toMatchObject({ template: 'client-link', studioId: studio.uuid, locale: 'es', data: { studioName: 'Studio Marisol' } });
  expect(mail?.to).toHaveProperty('contactId');
  const before = domain.mails().length;
  await share('manager');
  await share('manager', { sendMail: true });
  await until(() => domain.mails().length > before);
  expect(domain.mails().length).toBe(before + 1);
});

test('a project or contact that the viewer does not see gets no link', async () => {
  expect((await share('artist', { projectId: encodeId('Project', uuidv7()) })).codes).toEqual(['NOT_FOUND']);
  expect((await share('artist', { contactId: encodeId('Contact', uuidv7()) })).codes).toEqual(['NOT_FOUND']);
  expect((await share('artist', { contactId: project })).codes).toEqual(['NOT_FOUND']);
  expect((await domain.db.admin.query('select from accounts.client_links where studio_id = $1', [studio.uuid])).rowCount).toBe(0);
});

test('a contact with whom the project is not shared gets no link', async () => {
  domain.world.shutOut.add(decodeId(person, 'Contact'));
  expect((await share()).result).toMatchObject({ __typename: 'InvalidInput' });
  expect((await domain.db.admin.query('select from accounts.client_links where studio_id = $1', [studio.uuid])).rowCount).toBe(0);
});

test('a revoked link is gone, and whoever came by it is signed out', async () => {
  const link = await aLink(domain, studio);
  const sessionId = uuidv7();
  await domain.db.admin.query(
    `insert into accounts.contact_sessions (studio_id, id, link_id, contact_id, token_hash, expires_at) values ($1, $2, $3, $4, $5, now() + interval '1 day')`,
    [studio.uuid, sessionId, link.uuid, link.contactId, sessionId],
  );
  expect((await domain.ask(cast.artist, REVOKE, { id: link.id })).data).toEqual({ revokeClientLink: { id: link.id } });
  expect((await domain.db.admin.query('select from accounts.contact_sessions where id = $1', [sessionId])).rowCount).toBe(0);
  expect(domain.revoked).toContainEqual({ sessionId });
  expect((await domain.ask(cast.artist, REVOKE, { id: link.id })).codes).toEqual(['NOT_FOUND']);
});

test('a contact who is gone keeps no way in', async () => {
  const [gone, kept] = [await aLink(domain, studio), await aLink(domain, studio)];
  const event = {
    id: uuidv7(),
    type: 'contact.removed',
    source: 'clients',
    studioId: studio.uuid,
    at: domain.clock.now.toISOString(),
    data: { contactId: gone.contactId },
  };
  await domain.subgraph.deliver(event);
  await domain.subgraph.deliver(event);
  const left = await domain.db.admin.query('select id from accounts.client_links where studio_id = $1', [studio.uuid]);
  expect(left.rows).toEqual([{ id: kept.uuid }]);
  expect(domain.revoked.filter(({ contactId }) => contactId === gone.contactId)).toHaveLength(1);
  const told = await domain.ask(cast.owner, '{ studio { auditLog { nodes { kind actorKind changes { field before } } } } }');
  const contactId = encodeId('Contact', gone.contactId);
  expect(told.data).toEqual({
    studio: {
      auditLog: {
        nodes: [
          {
            kind: 'CLIENT_LINK_REVOKED',
            actorKind: 'SYSTEM',
            changes: [
              { field: 'contactId', before: contactId },
              { field: 'links', before: '1' },
            ],
          },
        ],
      },
    },
  });
});

test('who does not see every project shares none', async () => {
  const link = await aLink(domain, studio);
  for (const who of ['accountant', 'guest', 'contact', 'key'] as const) {
    expect((await share(who)).codes).toEqual(['FORBIDDEN']);
    expect((await domain.ask(cast[who], REVOKE, { id: link.id })).codes).toEqual(['FORBIDDEN']);
    expect(await domain.entity(cast[who], 'Project', encodeId('Project', link.projectId), LINKS)).toEqual({ clientLinks: null });
    expect(await domain.entity(cast[who], 'ClientLink', link.id, '{ id }')).toBeNull();
  }
});

test('another studio learns nothing of a link, and ends none', async () => {
  const link = await aLink(domain, studio);
  expect(await domain.entity(cast.otherStudio, 'ClientLink', link.id, '{ createdAt }')).toBeNull();
  expect(await domain.entity(cast.otherStudio, 'Project', encodeId('Project', link.projectId), LINKS)).toEqual({ clientLinks: [] });
  expect((await domain.ask(cast.otherStudio, REVOKE, { id: link.id })).codes).toEqual(['NOT_FOUND']);
});

test('links of many projects cost one statement', async () => {
  const links = await Promise.all(Array.from({ length: 12 }, () => aLink(domain, studio)));
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Project { clientLinks { id } } } }';
  const cost = async (count: number) => {
    const before = domain.subgraph.stats();
    const r = links.slice(0, count).map(({ projectId }) => ({ __typename: 'Project', id: encodeId('Project', projectId) }));
    const { data } = await domain.ask(cast.owner, query, { r });
    expect(data?._entities).toHaveLength(count);
    return domain.subgraph.stats().statements - before.statements;
  };
  expect(await cost(12)).toBe(await cost(1));
});
