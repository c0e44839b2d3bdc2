import { contact, definePersonalData, type Kept, PSEUDONYM, person, secret, text, WORK } from '@atelier/service-kit/personal-data';
import { signInData } from './auth/personal-data.ts';
import { RECEIPT_DAYS } from './erasures/erasure.ts';

/** How long a log outlives its studio or its person. */
const LOG_DAYS = 91;
const LOG: Kept = { because: 'A security log is a chain: a line that is taken out would break it. It names nobody by name.', days: null };
const LOG_OF_GONE: Kept = {
  because: 'A security log shows who got in, should that be asked about. It names nobody by name.',
  days: LOG_DAYS,
};
const OF_A_STRANGER: Kept = { because: 'It was written by the studio, for somebody who had no account.', days: 7 };

/** Whose data accounts holds, and what becomes of it. */
export const personalData = definePersonalData({
  ...signInData,
  studios: {
    holds: 'The studio: its name, its logo and how it works.',
    studioGoes: 'rows go',
    studioColumn: 'id',
    columns: {
      slug: text(WORK),
      name: text(WORK),
      logo: text(WORK),
      created_by: person('user', PSEUDONYM, { isTheirs: true }),
    },
    plain: ['currency', 'time_zone', 'locale'],
  },
  members: {
    holds: 'Who belongs to the studio, and as what.',
    studioGoes: 'rows go',
    columns: { user_id: person('user', 'row goes', { isTheirs: true }) },
    plain: ['role'],
  },
  studio_deletions: {
    holds: 'That the studio is to be deleted.',
    studioGoes: 'rows go',
    columns: { requested_by: person('member', PSEUDONYM, { isTheirs: true }) },
    plain: [],
  },
  former_members: {
    holds: 'Who has left the studio.',
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes'), user_id: person('user', 'row goes', { isTheirs: true }) },
    plain: [],
  },
  erasures: {
    holds: 'Receipts of what was erased, with veiled addresses.',
    studioGoes: "nobody's studio",
    stays: { because: 'It is this receipt.', days: RECEIPT_DAYS },
    columns: { veiled: text(), token_hash: secret, mails: secret },
    plain: ['kind', 'subject_id', 'waiting', 'tables'],
  },
  invitations: {
    holds: 'Invitations that wait, with the address that they were sent to.',
    studioGoes: 'rows go',
    columns: {
      email: text(OF_A_STRANGER),
      token_hash: secret,
      invited_by: person('member', PSEUDONYM),
    },
    plain: ['role', 'project_ids'],
  },
  api_keys: {
    holds: 'Keys for programs, without their secrets.',
    studioGoes: 'rows go',
    columns: {
      member_id: person('member', 'row goes', { isTheirs: true }),
      name: text(),
      secret_hash: secret,
      previous_hash: secret,
    },
    plain: ['prefix', 'scopes'],
  },
  apps: {
    holds: 'Programs of others that the studio has registered.',
    studioGoes: 'rows go',
    columns: {
      user_id: person('user', PSEUDONYM, { isTheirs: true }),
      name: text(WORK),
      description: text(WORK),
      logo: text(WORK),
      homepage: text(WORK),
      redirect_uris: text(WORK),
      secret_hash: secret,
      previous_secret_hash: secret,
    },
    plain: ['client_id', 'scopes', 'own_scopes', 'grant_types', 'response_types', 'auth_method'],
  },
  app_grants: {
    holds: 'Programs of others that people let in.',
    studioGoes: 'rows go',
    columns: { user_id: person('user', 'row goes', { isTheirs: true }) },
    plain: ['client_id', 'scopes', 'claims', 'resources'],
  },
  client_links: {
    holds: "Links by which a client's people enter.",
    studioGoes: 'rows go',
    columns: { contact_id: contact, token_hash: secret, created_by: person('member', PSEUDONYM) },
    plain: ['project_id'],
  },
  contact_sessions: {
    holds: "Browsers in which a client's people are signed in.",
    studioGoes: 'rows go',
    columns: { contact_id: contact, token_hash: secret, user_agent: text() },
    plain: ['link_id'],
  },
  audit_log: {
    holds: 'What happened to who may get in: what, when, and from which network address.',
    studioGoes: LOG_OF_GONE,
    columns: {
      actor_id: person({ kindIn: 'actor_kind' }, LOG, { isTheirs: true }),
      target_id: person({ kindIn: 'target_type' }, LOG),
      address: text(LOG),
      user_agent: text(LOG),
      before: text(LOG),
      after: text(LOG),
      previous_hash: secret,
      hash: secret,
      signature: secret,
    },
    plain: ['event_id', 'kind', 'actor_kind', 'target_type'],
  },
  data_exports: {
    holds: 'Exports that were asked for. Their files are gone after 7 days.',
    studioGoes: 'rows go',
    columns: { requested_by: person('user', 'row goes', { isTheirs: true }) },
    plain: ['kind', 'state', 'failure'],
  },
  audit_heads: { holds: 'Where the security log ends.', studioGoes: LOG_OF_GONE, columns: { hash: secret }, plain: [] },
  audit_people: {
    holds: 'What the people were called whom the security log names.',
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes', { isTheirs: true }), name: text() },
    plain: [],
  },
});
