/** What a person is told of. */
export const notificationKinds = ['MENTIONED', 'ASSIGNED', 'COMMENTED'] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Somebody who acts or is told, by plain UUID. */
export interface Person {
  kind: 'member' | 'contact';
  id: string;
}

/** What a person was told. Ids are plain UUIDs. */
export interface Notification {
  id: string;
  memberId: string;
  kind: NotificationKind;
  /** Null for Atelier itself. */
  actor: Person | null;
  projectId: string;
  taskId: string | null;
  commentId: string | null;
  createdAt: Date;
  readAt: Date | null;
}

/** By which channels a person is told of a kind of event. */
export interface NotificationSetting {
  kind: NotificationKind;
  inApp: boolean;
  mail: boolean;
}

/** The channels of whoever chose none. */
const DEFAULTS: readonly NotificationSetting[] = [
  { kind: 'MENTIONED', inApp: true, mail: true },
  { kind: 'ASSIGNED', inApp: true, mail: true },
  { kind: 'COMMENTED', inApp: true, mail: false },
];

/** A person's choice for each kind. */
export function settingsWith(chosen: readonly NotificationSetting[]): NotificationSetting[] {
  return DEFAULTS.map((preset) => chosen.find((each) => each.kind === preset.kind) ?? preset);
}

/** Who is told of an event, and why. */
export interface Told {
  person: Person;
  kind: NotificationKind;
}

const isSame = (a: Person | null, b: Person | null): boolean => a !== null && b !== null && a.kind === b.kind && a.id === b.id;

/** Who is told that a task was given to somebody: that somebody, unless they took it themselves. */
export function toldOfTask({ assignee, actor }: { assignee: Person; actor: Person | null }): Told[] {
  return isSame(assignee, actor) ? [] : [{ person: assignee, kind: 'ASSIGNED' }];
}

/**
 * Who is told of a comment: whoever it mentions, and whose task it is about; each once, and never its author. A client's
 * contact hears of nothing that is the team's alone, and without a mention of nothing at all.
 */
export function toldOfComment(comment: {
  mentioned: readonly Person[];
  assignee: Person | null;
  actor: Person | null;
  visibility: 'TEAM' | 'CLIENT';
}): Told[] {
  const { mentioned, assignee, actor, visibility } = comment;
  const told: Told[] = [];
  for (const person of mentioned) {
    const isHidden = person.kind === 'contact' && visibility === 'TEAM';
    if (isHidden || isSame(person, actor) || told.some((each) => isSame(each.person, person))) continue;
    told.push({ person, kind: 'MENTIONED' });
  }
  const isNew = assignee?.kind === 'member' && !isSame(assignee, actor) && !told.some((each) => isSame(each.person, assignee));
  if (assignee && isNew) told.push({ person: assignee, kind: 'COMMENTED' });
  return told;
}
