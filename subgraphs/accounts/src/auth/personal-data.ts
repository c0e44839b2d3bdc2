import { type Kept, type PersonalData, person, secret, text } from '@atelier/service-kit/personal-data';

const theirs = person('user', 'row goes', { isTheirs: true });
const UNTIL_USED: Kept = { because: 'It waits to be used, and is deleted once it is over.', days: 7 };
const UNTIL_COUNTED: Kept = { because: 'It counts attempts, so that nobody can guess, and names no account.', days: 1 };

/** What sign-in holds of people: every row goes with the account. */
export const signInData: PersonalData = {
  'auth.users': {
    holds: 'The account: name, address, picture, language.',
    studioGoes: "nobody's studio",
    columns: {
      id: theirs,
      name: text(),
      email: text(),
      image: text(),
    },
    plain: ['locale', 'time_zone'],
  },
  'auth.sessions': {
    holds: 'Where the person is signed in: browser and network address.',
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, token: secret, ip_address: text(), user_agent: text() },
    plain: [],
  },
  'auth.accounts': {
    holds: 'The ways to sign in.',
    studioGoes: "nobody's studio",
    columns: {
      user_id: theirs,
      account_id: text(),
      access_token: secret,
      refresh_token: secret,
      id_token: secret,
      password: secret,
    },
    plain: ['provider_id', 'scope'],
  },
  'auth.two_factors': {
    holds: 'The authenticator app and recovery codes.',
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, secret, backup_codes: secret },
    plain: [],
  },
  'auth.passkeys': {
    holds: 'Passkeys, by their public half.',
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, name: text(), public_key: secret, credential_id: secret },
    plain: ['device_type', 'transports', 'aaguid'],
  },
  'auth.devices': {
    holds: 'Browsers in which the person has signed in before.',
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, secret_hash: secret },
    plain: [],
  },
  'auth.recoveries': {
    holds: 'That every second factor was lost.',
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, secret_hash: secret },
    plain: [],
  },
  'auth.oauth_refresh_tokens': {
    holds: 'What programs renew their access with.',
    studioGoes: "nobody's studio",
    columns: {
      user_id: theirs,
      token: secret,
      authorization_code_id: secret,
      rotation_replay_response: secret,
      confirmation: secret,
    },
    plain: ['client_id', 'session_id', 'in_studio', 'resources', 'claims', 'scopes'],
  },
  'auth.oauth_access_tokens': {
    holds: 'What programs ask with.',
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, token: secret, authorization_code_id: secret, confirmation: secret },
    plain: ['client_id', 'session_id', 'in_studio', 'resources', 'claims', 'refresh_id', 'scopes'],
  },
  'auth.account_deletions': {
    holds: 'That the account was to be deleted.',
    studioGoes: "nobody's studio",
    columns: { user_id: theirs },
    plain: ['erasure_id'],
  },
  'auth.verifications': {
    holds: 'Mailed secrets that wait to be used.',
    studioGoes: "nobody's studio",
    stays: UNTIL_USED,
    columns: { identifier: text(UNTIL_USED), value: secret },
    plain: [],
  },
  'auth.rate_limits': {
    holds: 'How often a network address asked lately.',
    studioGoes: "nobody's studio",
    stays: UNTIL_COUNTED,
    columns: { key: text(UNTIL_COUNTED) },
    plain: [],
  },
  'auth.attempts': {
    holds: 'How often an address was tried lately, by its hash.',
    studioGoes: "nobody's studio",
    stays: UNTIL_COUNTED,
    columns: { key: secret },
    plain: [],
  },
};

/** The same by the names that the tables have within the schema. */
export const signInTables: PersonalData = Object.fromEntries(
  Object.entries(signInData).map(([name, table]) => [name.slice('auth.'.length), table]),
);
