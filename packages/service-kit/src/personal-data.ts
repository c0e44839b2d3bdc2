import type { Words } from './words.ts';

/** Why something stays when its owner goes, and how long. */
export interface Kept {
  /** The same for programs: in capitals, and never changed. */
  code: string;
  /** For people to read: part of the receipt. */
  because: Words;
  /** Days from then; null for as long as the studio stands. */
  days: number | null;
}

/** What becomes of a row, or of the id in it, when the person goes whom it names: `emptied` leaves the row and clears the id. */
export type Fate = 'row goes' | 'emptied' | Kept;

/** Whom an id names: one kind always, or the kind that stands in another column (`member`, `contact`, `Member`, `person`, …). */
export type IdOf = 'member' | 'user' | 'contact' | { kindIn: string };

/** What a column holds, where that could be somebody's data. */
export type ColumnData =
  /** The id of somebody. `isTheirs`: the row belongs into what they export of themselves. */
  | { is: 'person'; of: IdOf; fate: Fate; isTheirs: boolean }
  /** A JSON list of `{ kind, id }`; those who go are taken out. */
  | { is: 'people' }
  /** What people wrote or what tells of them. It goes with its row; `stays` says why it outlives whoever wrote it. */
  | { is: 'text'; stays: Kept | null; hasMentions: boolean }
  /** Opens something, or proves a secret: in no export, and goes with its row. */
  | { is: 'secret' }
  /** Made of other columns for searching and sorting: in no export, and goes with its row. */
  | { is: 'helper' };

/** One table: whose data it holds, and what becomes of it. */
export interface TableData {
  /** In plain words, for receipts and exports. */
  holds: Words;
  /** When the studio goes. Rows of `nobody's studio` belong to a person, or to nobody. */
  studioGoes: 'rows go' | "nobody's studio" | Kept;
  /** The column with the studio's id; `studio_id` when left out. */
  studioColumn?: string;
  /** Of rows that tell of somebody and name nobody by an id: why they outlive a person, and how long. */
  stays?: Kept;
  columns: Readonly<Record<string, ColumnData>>;
  /** Columns that could hold somebody's data by their type, and do not. */
  plain: readonly string[];
}

/** Tables by name; those of a second schema as `auth.users`. */
export type PersonalData = Readonly<Record<string, TableData>>;

/** The id of somebody. Without `isTheirs`, the row tells of others: it stays out of what the person exports. */
export const person = (of: IdOf, fate: Fate, options: { isTheirs?: boolean } = {}): ColumnData => ({
  is: 'person',
  of,
  fate,
  isTheirs: options.isTheirs ?? false,
});

/** The id of a person at a client. It goes with the client or the studio; people with accounts are never meant. */
export const contact: ColumnData = {
  is: 'person',
  of: 'contact',
  fate: {
    code: 'CLIENT_CONTACT',
    because: { en: 'It names a person at a client.', es: 'Nombra a una persona de un cliente.' },
    days: null,
  },
  isTheirs: false,
};

/** A JSON list of people, each `{ kind, id }`. */
export const people: ColumnData = { is: 'people' };

/** What people wrote, or what tells of them; goes with its row alone, unless `stays` says why it outlives whoever wrote it. */
export const text = (stays: Kept | null = null): ColumnData => ({ is: 'text', stays, hasMentions: false });

/** Text in which people are mentioned as `@[Name](member_…)`: the names of those who go are taken out. */
export const textWithMentions = (stays: Kept): ColumnData => ({ is: 'text', stays, hasMentions: true });

/** A secret or its hash. */
export const secret: ColumnData = { is: 'secret' };

/** What is made of other columns, for searching and sorting. */
export const helper: ColumnData = { is: 'helper' };

/** What somebody did for a studio stays the studio's; behind the id stands no name any more. */
export const PSEUDONYM: Kept = {
  code: 'FORMER_MEMBER',
  because: {
    en: 'It is part of the studio’s work. It names a former member, whose name is gone.',
    es: 'Es parte del trabajo del estudio. Señala a alguien que fue miembro y cuyo nombre ya no está.',
  },
  days: null,
};

/** What somebody wrote for a studio stays the studio's. */
export const WORK: Kept = {
  code: 'STUDIO_WORK',
  because: { en: 'It is the studio’s work, whoever wrote it.', es: 'Es trabajo del estudio, lo escribiera quien lo escribiera.' },
  days: null,
};

/** Of the tables that every subgraph has from the kit. */
export const activityData: PersonalData = {
  activity: {
    holds: { en: 'What happened to the work: who changed what, and when.', es: 'Qué pasó con el trabajo: quién cambió qué, y cuándo.' },
    studioGoes: 'rows go',
    columns: {
      actor_id: person({ kindIn: 'actor_kind' }, PSEUDONYM, { isTheirs: true }),
      subject_id: person({ kindIn: 'subject_type' }, PSEUDONYM),
      entity_id: person({ kindIn: 'typename' }, PSEUDONYM),
      before: text(WORK),
      after: text(WORK),
      event_data: secret,
    },
    plain: ['subject_type', 'typename', 'verb', 'actor_kind', 'audience_before', 'audience_after', 'event_type'],
  },
  activity_subjects: {
    holds: { en: 'How often each thing was changed.', es: 'Cuántas veces se cambió cada cosa.' },
    studioGoes: 'rows go',
    columns: { id: person({ kindIn: 'type' }, 'row goes') },
    plain: ['type'],
  },
  inbox: {
    holds: { en: 'Which events of other domains were handled.', es: 'Qué avisos de otras partes ya se atendieron.' },
    studioGoes: "nobody's studio",
    columns: {},
    plain: ['event_id'],
  },
  outbox: {
    holds: { en: 'Which changes have yet to be told.', es: 'Qué cambios quedan por avisar.' },
    studioGoes: "nobody's studio",
    columns: {},
    plain: ['place'],
  },
};

/**
 * What a subgraph says of its tables: a required part of it. `tests/personal-data` holds it against the database, and fails for a table or
 * a column that could hold somebody's data and is not named here.
 * @throws Error for a text that would outlive the person whom it tells of, without a reason
 */
export function definePersonalData(tables: PersonalData): PersonalData {
  const all = { ...activityData, ...tables };
  for (const [name, table] of Object.entries(all)) {
    const columns = Object.entries(table.columns);
    const goes = columns.some(([, data]) => data.is === 'person' && (data.fate === 'row goes' || data.of === 'contact'));
    if (goes || table.stays !== undefined) continue;
    for (const [column, data] of columns) {
      if (data.is !== 'text' || data.stays !== null) continue;
      throw new Error(`${name}.${column} outlives whoever it tells of: say why, or let the row go with somebody.`);
    }
  }
  return all;
}
