import { until } from '@atelier/testing/until';
import type { Accounts } from './accounts.ts';
import type { Person } from './people.ts';

/** An export as its owner sees it. */
export interface SeenExport {
  id: string;
  kind: string;
  state: string;
  rowsDone: number;
  rowsTotal: number | null;
  progress: number | null;
  size: number | null;
  failure: string | null;
  expiresAt: string | null;
  downloadUrl: string | null;
}

/** What asking for one was answered with. */
interface Outcome {
  __typename?: string;
  export?: SeenExport;
  code?: string;
  retryAt?: string;
  codes: unknown[];
}

type Viewer = Person['viewer'];

const FIELDS = '{ id kind state rowsDone rowsTotal progress size failure expiresAt downloadUrl }';

/** Asks for exports, a second of the domain's clock apart, and looks at them. */
export function exportsOf(domain: Accounts) {
  const studio = async (viewer: Viewer): Promise<SeenExport[] | null> => {
    const { data } = await domain.ask(viewer, `{ studio { exports(first: 100) { nodes ${FIELDS} } } }`);
    return (data as { studio?: { exports: { nodes: SeenExport[] } | null } } | null)?.studio?.exports?.nodes ?? null;
  };
  const own = async (viewer: Viewer): Promise<SeenExport[] | null> => {
    const { data } = await domain.ask(viewer, `{ viewer { user { exports(first: 100) { nodes ${FIELDS} } } } }`);
    return (data as { viewer: { user: { exports: { nodes: SeenExport[] } } } }).viewer.user.exports.nodes;
  };
  return {
    studio,
    own,
    /** The person has shown that it is them; their session lasts. */
    prove: ({ sessionId }: Pick<Person, 'sessionId'>, at: Date | null = domain.clock.now) =>
      domain.db.admin.query(`update auth.sessions set proved_at = $2, expires_at = $3::timestamptz + interval '60 days' where id = $1`, [
        sessionId,
        at,
        domain.clock.now,
      ]),
    async request(what: 'Studio' | 'Own', viewer: Viewer): Promise<Outcome> {
      domain.clock.now = new Date(domain.clock.now.getTime() + 1_000);
      const field = `request${what}Export`;
      const { data, codes } = await domain.ask(
        viewer,
        `mutation { ${field} { __typename ... on Request${what}ExportSuccess { export ${FIELDS} }
          ... on UserError { code } ... on ExportLimitReached { retryAt } } }`,
      );
      return { ...(data?.[field] as Omit<Outcome, 'codes'> | undefined), codes };
    },
    /** The newest, once it has come to an end. */
    async ended(viewer: Viewer, of: 'studio' | 'own' = 'studio'): Promise<SeenExport> {
      const newest = async () => (await (of === 'studio' ? studio : own)(viewer))?.[0];
      await until(async () => ['READY', 'FAILED'].includes((await newest())?.state ?? ''));
      const found = await newest();
      if (found === undefined) throw new Error('There is no export.');
      return found;
    },
  };
}
