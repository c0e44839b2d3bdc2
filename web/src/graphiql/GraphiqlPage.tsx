import { GraphiQL } from 'graphiql';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createFetcher } from './fetcher.ts';
import { mendParts } from './mend.ts';

const FIRST_QUERY = `# What your integration can ask, as you. Ctrl-Enter runs it, Ctrl-Space says what there is.
# Programs send an API key: Authorization: Bearer <key>.

query Projects {
  projects(first: 5) {
    nodes {
      id
      name
    }
  }
}
`;

/** Which theme the pages are in: theme.js has settled it before the first paint. */
const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';

/** GraphiQL over our API, in one of the person's studios. */
export function GraphiqlPage({ studios }: { studios: readonly string[] }) {
  const [studio, setStudio] = useState(studios[0] ?? null);
  const fetcher = useMemo(() => createFetcher(studio), [studio]);
  const area = useRef<HTMLElement>(null);
  useEffect(() => (area.current ? mendParts(area.current) : undefined), []);
  return (
    <div className="console">
      <header className="console-head">
        <a href="/">Atelier</a>
        <h1>GraphiQL</h1>
        {studio === null ? (
          <p>You are in no studio yet.</p>
        ) : (
          <label>
            Studio{' '}
            <select value={studio} onChange={({ target }) => setStudio(target.value)}>
              {studios.map((slug) => (
                <option key={slug}>{slug}</option>
              ))}
            </select>
          </label>
        )}
      </header>
      <main ref={area} aria-label="GraphiQL" className="console-area">
        <GraphiQL key={studio} fetcher={fetcher} forcedTheme={theme} defaultQuery={FIRST_QUERY}>
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
        </GraphiQL>
      </main>
    </div>
  );
}
