import { type Kept, type PersonalData, person, secret, text } from '@atelier/service-kit/personal-data';

const theirs = person('user', 'row goes', { isTheirs: true });
const UNTIL_USED: Kept = {
  code: 'UNTIL_USED',
  because: { en: 'It waits to be used, and is deleted once it is over.', es: 'Espera a que alguien lo use y se borra cuando caduca.' },
  days: 7,
};
const UNTIL_COUNTED: Kept = {
  code: 'UNTIL_COUNTED',
  because: {
    en: 'It counts attempts, so that nobody can guess, and names no account.',
    es: 'Cuenta intentos, para que nadie pueda adivinar, y no nombra ninguna cuenta.',
  },
  days: 1,
};

/** What sign-in holds of people: every row goes with the account. */
export const signInData: PersonalData = {
  'auth.users': {
    holds: { en: 'The account: name, address, picture, language.', es: 'La cuenta: nombre, dirección, imagen, idioma.' },
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
    holds: {
      en: 'Where the person is signed in: browser and network address.',
      es: 'Dónde tiene la persona la sesión abierta: navegador y dirección de red.',
    },
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, token: secret, ip_address: text(), user_agent: text() },
    plain: [],
  },
  'auth.accounts': {
    holds: { en: 'The ways to sign in.', es: 'Las formas de iniciar sesión.' },
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
    holds: { en: 'The authenticator app and recovery codes.', es: 'La aplicación de autenticación y los códigos de recuperación.' },
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, secret, backup_codes: secret },
    plain: [],
  },
  'auth.passkeys': {
    holds: { en: 'Passkeys, by their public half.', es: 'Llaves de acceso, por su mitad pública.' },
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, name: text(), public_key: secret, credential_id: secret },
    plain: ['device_type', 'transports', 'aaguid'],
  },
  'auth.devices': {
    holds: { en: 'Browsers in which the person has signed in before.', es: 'Navegadores en los que la persona ya había iniciado sesión.' },
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, secret_hash: secret },
    plain: [],
  },
  'auth.recoveries': {
    holds: { en: 'That every second factor was lost.', es: 'Que se perdieron todos los segundos factores.' },
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, secret_hash: secret },
    plain: [],
  },
  'auth.untold_events': {
    holds: {
      en: 'What happened to the account and is about to be told in the security log.',
      es: 'Lo que ha pasado con la cuenta y está a punto de anotarse en el registro de seguridad.',
    },
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, by: text(), address: text(), user_agent: text(), happening: text() },
    plain: ['event_id'],
  },
  'auth.oauth_refresh_tokens': {
    holds: { en: 'What programs renew their access with.', es: 'Con qué renuevan su acceso los programas.' },
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
    holds: { en: 'What programs ask with.', es: 'Con qué preguntan los programas.' },
    studioGoes: "nobody's studio",
    columns: { user_id: theirs, token: secret, authorization_code_id: secret, confirmation: secret },
    plain: ['client_id', 'session_id', 'in_studio', 'resources', 'claims', 'refresh_id', 'scopes'],
  },
  'auth.account_deletions': {
    holds: { en: 'That the account was to be deleted.', es: 'Que la cuenta se iba a eliminar.' },
    studioGoes: "nobody's studio",
    columns: { user_id: theirs },
    plain: ['erasure_id'],
  },
  'auth.verifications': {
    holds: { en: 'Mailed secrets that wait to be used.', es: 'Secretos enviados por correo que esperan a que alguien los use.' },
    studioGoes: "nobody's studio",
    stays: UNTIL_USED,
    columns: { identifier: text(UNTIL_USED), value: secret },
    plain: [],
  },
  'auth.rate_limits': {
    holds: { en: 'How often a network address asked lately.', es: 'Cuántas veces preguntó últimamente una dirección de red.' },
    studioGoes: "nobody's studio",
    stays: UNTIL_COUNTED,
    columns: { key: text(UNTIL_COUNTED) },
    plain: [],
  },
  'auth.attempts': {
    holds: {
      en: 'How often an address was tried lately, by its hash.',
      es: 'Cuántas veces se probó últimamente una dirección, por su huella.',
    },
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
