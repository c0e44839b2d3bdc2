import { contact, definePersonalData, type Kept, PSEUDONYM, person, secret, text, WORK } from '@atelier/service-kit/personal-data';
import { signInData } from './auth/personal-data.ts';
import { RECEIPT_DAYS } from './erasures/erasure.ts';

/** How long a log outlives its studio or its person. */
const LOG_DAYS = 91;
const LOG: Kept = {
  code: 'LOG_IS_A_CHAIN',
  because: {
    en: 'A security log is a chain: a line that is taken out would break it. It names nobody by name.',
    es: 'Un registro de seguridad es una cadena: quitar una línea la rompería. No llama a nadie por su nombre.',
  },
  days: null,
};
const LOG_OF_GONE: Kept = {
  code: 'LOG_OF_ACCESS',
  because: {
    en: 'A security log shows who got in, should that be asked about. It names nobody by name.',
    es: 'Un registro de seguridad muestra quién entró, por si alguien lo pregunta. No llama a nadie por su nombre.',
  },
  days: LOG_DAYS,
};
const OF_A_STRANGER: Kept = {
  code: 'FOR_A_STRANGER',
  because: {
    en: 'It was written by the studio, for somebody who had no account.',
    es: 'Lo escribió el estudio, para alguien que no tenía cuenta.',
  },
  days: 7,
};

/** Whose data accounts holds, and what becomes of it. */
export const personalData = definePersonalData({
  ...signInData,
  studios: {
    holds: { en: 'The studio: its name, its logo and how it works.', es: 'El estudio: su nombre, su logotipo y su forma de trabajar.' },
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
    holds: { en: 'Who belongs to the studio, and as what.', es: 'Quién pertenece al estudio, y con qué papel.' },
    studioGoes: 'rows go',
    columns: { user_id: person('user', 'row goes', { isTheirs: true }) },
    plain: ['role'],
  },
  studio_deletions: {
    holds: { en: 'That the studio is to be deleted.', es: 'Que el estudio se va a eliminar.' },
    studioGoes: 'rows go',
    columns: { requested_by: person('member', PSEUDONYM, { isTheirs: true }) },
    plain: [],
  },
  former_members: {
    holds: { en: 'Who has left the studio.', es: 'Quién ha dejado el estudio.' },
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes'), user_id: person('user', 'row goes', { isTheirs: true }) },
    plain: [],
  },
  erasures: {
    holds: { en: 'Receipts of what was erased, with veiled addresses.', es: 'Recibos de lo que se borró, con direcciones veladas.' },
    studioGoes: "nobody's studio",
    stays: { code: 'THIS_RECEIPT', because: { en: 'It is this receipt.', es: 'Es este recibo.' }, days: RECEIPT_DAYS },
    columns: { veiled: text(), token_hash: secret, mails: secret },
    plain: ['kind', 'subject_id', 'waiting', 'tables'],
  },
  invitations: {
    holds: {
      en: 'Invitations that wait, with the address that they were sent to.',
      es: 'Invitaciones pendientes, con la dirección a la que se enviaron.',
    },
    studioGoes: 'rows go',
    columns: {
      email: text(OF_A_STRANGER),
      token_hash: secret,
      invited_by: person('member', PSEUDONYM),
    },
    plain: ['role', 'project_ids'],
  },
  api_keys: {
    holds: { en: 'Keys for programs, without their secrets.', es: 'Claves para programas, sin sus secretos.' },
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
    holds: { en: 'Programs of others that the studio has registered.', es: 'Programas de otros que el estudio ha registrado.' },
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
    holds: { en: 'Programs of others that people let in.', es: 'Programas de otros a los que alguien dio acceso.' },
    studioGoes: 'rows go',
    columns: { user_id: person('user', 'row goes', { isTheirs: true }) },
    plain: ['client_id', 'scopes', 'claims', 'resources'],
  },
  client_links: {
    holds: { en: "Links by which a client's people enter.", es: 'Enlaces por los que entran las personas de un cliente.' },
    studioGoes: 'rows go',
    columns: { contact_id: contact, token_hash: secret, created_by: person('member', PSEUDONYM) },
    plain: ['project_id'],
  },
  contact_sessions: {
    holds: {
      en: "Browsers in which a client's people are signed in.",
      es: 'Navegadores en los que las personas de un cliente tienen la sesión abierta.',
    },
    studioGoes: 'rows go',
    columns: { contact_id: contact, token_hash: secret, user_agent: text() },
    plain: ['link_id'],
  },
  audit_log: {
    holds: {
      en: 'What happened to who may get in: what, when, and from which network address.',
      es: 'Qué pasó con los accesos: qué, cuándo y desde qué dirección de red.',
    },
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
    holds: {
      en: 'Exports that were asked for. Their files are gone after 7 days.',
      es: 'Exportaciones que se pidieron. Sus archivos desaparecen a los 7 días.',
    },
    studioGoes: 'rows go',
    columns: { requested_by: person('user', 'row goes', { isTheirs: true }) },
    plain: ['kind', 'state', 'failure'],
  },
  audit_heads: {
    holds: { en: 'Where the security log ends.', es: 'Dónde termina el registro de seguridad.' },
    studioGoes: LOG_OF_GONE,
    columns: { hash: secret },
    plain: [],
  },
  audit_people: {
    holds: {
      en: 'What the people were called whom the security log names.',
      es: 'Cómo se llamaban las personas que señala el registro de seguridad.',
    },
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes', { isTheirs: true }), name: text() },
    plain: [],
  },
});
