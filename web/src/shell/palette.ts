import type { ReactNode } from 'react';

/** One line of the command palette. */
export type Command = {
  id: string;
  label: string;
  /** The heading it stands under. */
  group: string;
  /** Words that find it besides its label. */
  keywords?: string[];
  icon?: ReactNode;
  /** The shortcut that does the same. */
  keys?: string;
  /** A second, quieter line, such as the client of a project. */
  detail?: string;
  run: () => void;
};

/** Finds commands for what is typed, from the server for instance. Aborted when more is typed. */
export type CommandSource = (query: string, signal: AbortSignal) => Promise<Command[]>;

let commands: Command[] = [];
let sources: CommandSource[] = [];
const listeners = new Set<() => void>();

function changed() {
  for (const listener of listeners) listener();
}

/** What the palette offers: pages add their commands and sources while they are open. */
export const palette = {
  commands: () => commands,
  sources: () => sources,
  add(...added: Command[]) {
    commands = [...commands, ...added];
    changed();
    return () => {
      commands = commands.filter((command) => !added.includes(command));
      changed();
    };
  },
  addSource(source: CommandSource) {
    sources = [...sources, source];
    changed();
    return () => {
      sources = sources.filter((each) => each !== source);
      changed();
    };
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
