import type { ProjectStatus } from '../src/projects/project.ts';
import type { TaskStatus } from '../src/tasks/task.ts';

/** Somebody of the demo studios, by key: `demoId('member:<key>')` or `demoId('contact:<key>')`. */
export interface DemoPerson {
  kind: 'member' | 'contact';
  name: string;
  /** Days ago; before that they did nothing here. */
  joinedAgo?: number;
}

/** Everybody who appears in the stories; who they are is told by accounts and clients. */
export const PEOPLE = {
  marisol: { kind: 'member', name: 'Marisol Vega' },
  northlight: { kind: 'member', name: 'Ingrid Solberg' },
  theo: { kind: 'member', name: 'Theo Lindqvist' },
  amara: { kind: 'member', name: 'Amara Obi' },
  kenji: { kind: 'member', name: 'Kenji Mori' },
  'marisol-at-northlight': { kind: 'member', name: 'Marisol Vega', joinedAgo: 34 },
  'ines-vidal': { kind: 'contact', name: 'Inés Vidal' },
  'odile-marchand': { kind: 'contact', name: 'Odile Marchand' },
  'jun-okada': { kind: 'contact', name: 'Jun Okada' },
  'bruno-salas': { kind: 'contact', name: 'Bruno Salas' },
  'matilda-wren': { kind: 'contact', name: 'Matilda Wren' },
  'petra-lund': { kind: 'contact', name: 'Petra Lund' },
  'nell-byrne': { kind: 'contact', name: 'Nell Byrne' },
  'dee-castle': { kind: 'contact', name: 'Dee Castle' },
  'ravi-menon': { kind: 'contact', name: 'Ravi Menon' },
  'kaspar-roth': { kind: 'contact', name: 'Kaspar Roth' },
} satisfies Record<string, DemoPerson>;

export type PersonKey = keyof typeof PEOPLE;

/** Somebody of the stories. */
export const personOf = (key: PersonKey): DemoPerson => PEOPLE[key];

/** Something that is said; `{odile-marchand}` in the words mentions that person. */
export interface Said {
  by: PersonKey;
  /** Days ago, fractions too. */
  ago: number;
  text: string;
  /** For the team only. */
  team?: true;
}

/** A task of a story; the first one of a project is `demoId('task:<project>:0')`. */
export interface TaskStory {
  title: string;
  status: TaskStatus;
  /** The number of its stage. */
  stage?: number;
  who?: PersonKey;
  /** Days from now. */
  due?: number;
  team?: true;
  text?: string;
  /** Lines to tick; those that begin with `x ` are ticked. */
  list?: readonly string[];
  say?: readonly Said[];
  archived?: true;
}

/** A project in mid-flight. Its id is `demoId('project:<key>')`, its stages' `demoId('stage:<key>:<number>')`. */
export interface ProjectStory {
  key: string;
  studio: 'marisol' | 'northlight';
  by: PersonKey;
  name: string;
  client: string | null;
  status: ProjectStatus;
  brief: string;
  /** Days from now. */
  starts: number;
  due: number | null;
  stages: readonly string[];
  /** The number of the stage that the work is in. */
  stage: number | null;
  archivedAgo?: number;
  trashedAgo?: number;
  shares: readonly PersonKey[];
  grants: readonly PersonKey[];
  tasks: readonly TaskStory[];
  /** About the project as a whole. */
  talk: readonly Said[];
}
