import { useLocation } from '@tanstack/react-router';

/** The parts of a project's page: tasks (board or list), and the three beside them. */
export type Part = 'tasks' | 'brief' | 'talk' | 'activity';

/** Which part the address names. */
export function usePart(): Part {
  const last = useLocation({ select: ({ pathname }) => pathname.split('/')[5] });
  return last === 'brief' || last === 'talk' || last === 'activity' ? last : 'tasks';
}
