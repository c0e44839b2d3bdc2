import { addTypenameToDocument } from '@apollo/client/utilities';
import { print } from 'graphql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import '../ui/tokens.css';
import './graphiql.css';
import { StartPageDocument } from '../features/session/__generated__/StartPage.ts';
import { lastStudio } from '../features/session/session.ts';
import { createFetcher } from './fetcher.ts';
import { GraphiqlPage } from './GraphiqlPage.tsx';

type Who = { data?: { viewer?: { user?: { memberships: { studio: { slug: string } | null }[] } | null } | null } | null };

/** The studios of who is signed in, the one that was open last first; null for nobody. */
async function readStudios(): Promise<string[] | null> {
  const { data } = (await createFetcher(null)({ query: print(addTypenameToDocument(StartPageDocument)) })) as Who;
  if (!data?.viewer?.user) return null;
  const slugs = data.viewer.user.memberships.flatMap(({ studio }) => (studio ? [studio.slug] : []));
  const last = lastStudio.get();
  return slugs.toSorted((a, b) => Number(b === last) - Number(a === last));
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
const studios = await readStudios();
// The server has asked already; a session may have ended since.
if (studios === null) location.replace('/sign-in?back=/graphiql');
else createRoot(root).render(<GraphiqlPage studios={studios} />);
