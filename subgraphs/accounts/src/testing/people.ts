import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Role, Viewer } from '@atelier/service-kit/viewer';
import { makeSignature } from 'better-auth/crypto';
import { hashSecret, newSecret } from '../secrets.ts';
import { type Accounts, SECRET } from './accounts.ts';

/** A person with an account who is signed in. Ids are plain uuids. */
export interface Person {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  /** The session's cookie as a browser sends it. */
  cookie: string;
  /** The person outside any studio. */
  viewer: Viewer;
}

/** Makes a person with a verified address and a session. */
export async function aPerson(domain: Accounts, given: { name?: string; email?: string; verified?: boolean } = {}): Promise<Person> {
  const { admin } = domain.db;
  const [userId, sessionId, token] = [uuidv7(), uuidv7(), newSecret()];
  const name = given.name ?? 'Ana Ruiz';
  const email = given.email ?? `${userId.slice(-12)}@people.example`;
  await admin.query('insert into auth.users (id, name, email, email_verified) values ($1, $2, $3, $4)', [
    userId,
    name,
    email,
    given.verified ?? true,
  ]);
  await admin.query(
    `insert into auth.sessions (id, user_id, token, expires_at, user_agent, ip_address, last_seen_at, created_at)
     values ($1, $2, $3, $4, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', '192.0.2.7', $5, $5)`,
    [sessionId, userId, token, new Date(domain.clock.now.getTime() + 86_400_000), domain.clock.now],
  );
  const cookie = `atelier_test.session_token=${encodeURIComponent(`${token}.${await makeSignature(token, SECRET)}`)}`;
  return { userId, sessionId, name, email, cookie, viewer: { kind: 'user', userId, sessionId, studio: null } };
}

/** A studio without people. */
export interface StudioFixture {
  uuid: string;
  /** As the API gives it. */
  id: string;
  slug: string;
}

/** Makes a studio. */
export async function aStudio(domain: Accounts, given: { name?: string } = {}): Promise<StudioFixture> {
  const uuid = uuidv7();
  const slug = `studio-${uuid.slice(-12)}`;
  await domain.db.admin.query(
    `insert into accounts.studios (id, slug, name, currency, time_zone, locale, created_by) values ($1, $2, $3, 'EUR', 'Europe/Madrid', 'es', $4)`,
    [uuid, slug, given.name ?? 'Studio Marisol', uuidv7()],
  );
  return { uuid, id: encodeId('Studio', uuid), slug };
}

/** A person as a member of a studio, acting in it. */
export interface MemberFixture extends Person {
  /** As the API gives it. */
  id: string;
  memberId: string;
}

/** Makes a member; a new person unless one is given. */
export async function aMember(
  domain: Accounts,
  studio: StudioFixture,
  role: Role,
  person?: Person | { name: string },
): Promise<MemberFixture> {
  const who = person !== undefined && 'userId' in person ? person : await aPerson(domain, person);
  const memberId = uuidv7();
  await domain.db.admin.query('insert into accounts.members (studio_id, id, user_id, role) values ($1, $2, $3, $4)', [
    studio.uuid,
    memberId,
    who.userId,
    role,
  ]);
  const viewer: Viewer = { kind: 'user', userId: who.userId, sessionId: who.sessionId, studio: { id: studio.uuid, memberId, role } };
  return { ...who, id: encodeId('Member', memberId), memberId, viewer };
}

/** Makes a link for a contact, good for a day unless said otherwise; gives its secret. */
export async function aLink(
  domain: Accounts,
  studio: StudioFixture,
  given: { expiresAt?: Date } = {},
): Promise<{ id: string; uuid: string; token: string; projectId: string; contactId: string }> {
  const [uuid, projectId, contactId, token] = [uuidv7(), uuidv7(), uuidv7(), newSecret()];
  await domain.db.admin.query(
    'insert into accounts.client_links (studio_id, id, project_id, contact_id, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6)',
    [studio.uuid, uuid, projectId, contactId, hashSecret(token), given.expiresAt ?? new Date(domain.clock.now.getTime() + 86_400_000)],
  );
  return { id: encodeId('ClientLink', uuid), uuid, token, projectId, contactId };
}
