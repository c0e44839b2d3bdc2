import { ERASURE_REPORTED } from '@atelier/service-kit/erasure';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { DomainEvent } from '@atelier/service-kit/peers';
import { until } from '@atelier/testing/until';
import type { Accounts } from './accounts.ts';
import type { MemberFixture, Person } from './people.ts';
import { mailTo } from './ways-in.ts';

const DAY_MS = 86_400_000;

/** As if somebody had just shown their password. */
export const prove = (domain: Accounts, { sessionId }: Person) =>
  domain.db.admin.query('update auth.sessions set proved_at = $2 where id = $1', [sessionId, domain.clock.now]);

/** Moves the clock. */
export function passDays(domain: Accounts, days: number): void {
  domain.clock.now = new Date(domain.clock.now.getTime() + days * DAY_MS);
}

/** Runs what is due, as every night. */
export async function sweep(domain: Accounts): Promise<void> {
  const { rows } = await domain.db.admin.query<{ id: string }>(`select id::text from accounts_jobs.add_job('deletions.sweep')`);
  await until(
    async () => (await domain.db.admin.query('select from accounts_jobs._private_jobs where id = $1', [rows[0]?.id])).rowCount === 0,
  );
}

export const askForStudioDeletion = (domain: Accounts, who: MemberFixture, name = 'Studio Marisol') =>
  domain.ask(
    who.viewer,
    `mutation ($name: String!) { requestStudioDeletion(input: { name: $name }) { __typename
      ... on RequestStudioDeletionSuccess { studio { deletion { dueAt requestedBy { name } } } }
      ... on FreshProofNeeded { code } ... on InvalidInput { code path } } }`,
    { name },
  );

export const askForAccountDeletion = (domain: Accounts, who: Person, email = who.email) =>
  domain.ask(
    who.viewer,
    `mutation ($email: String!) { requestAccountDeletion(input: { email: $email }) { __typename
      ... on RequestAccountDeletionSuccess { user { deletion { dueAt } } } ... on StudiosNeedOwner { code studios { name } }
      ... on FreshProofNeeded { code } ... on InvalidInput { code path } } }`,
    { email },
  );

/** Answers, as a domain that was told of an erasure does once it has erased. */
export async function report(domain: Accounts, told: DomainEvent, source: string, tables: unknown[] = []): Promise<void> {
  await domain.subgraph.deliver({
    id: uuidv7(),
    type: ERASURE_REPORTED,
    source,
    studioId: null,
    at: domain.clock.now.toISOString(),
    data: { erasureId: told.data.erasureId, of: told.id, tables },
  });
}

/** The events of a kind about a studio that domains were told, once they are there. */
export async function toldOf(domain: Accounts, type: string, studioId: string): Promise<DomainEvent> {
  const find = () => domain.events.find((event) => event.type === type && event.studioId === studioId && event.data.erasureId != null);
  await until(() => find() !== undefined);
  const event = find();
  if (!event) throw new Error('No event.');
  return event;
}

/** The path of the receipt that was mailed to somebody. */
export const receiptOf = async (domain: Accounts, email: string): Promise<string> =>
  new URL((await mailTo(domain, email, 'erasure-receipt')).data.url ?? '').pathname;
