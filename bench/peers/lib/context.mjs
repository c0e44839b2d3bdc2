import DataLoader from 'dataloader';
import { rows } from './database.mjs';
import { viewerOf } from './viewer.mjs';

const BY_IDS = {
  Task: 'select * from projects.tasks where studio_id = $1 and id = any($2)',
  Project: 'select * from projects.projects where studio_id = $1 and id = any($2)',
  Stage: 'select * from projects.stages where studio_id = $1 and id = any($2)',
  Comment: 'select * from projects.comments where studio_id = $1 and id = any($2)',
  Client: 'select * from clients.clients where studio_id = $1 and id = any($2)',
  Contact: 'select * from clients.contacts where studio_id = $1 and id = any($2)',
  Member: `select members.id, people.name, people.picture from accounts.members
    join accounts.people on people.id = members.user_id where members.studio_id = $1 and members.id = any($2)`,
};

const PROGRESS = `select project_id as id, count(*)::int as total, count(*) filter (where status = 'DONE')::int as done
  from projects.tasks where studio_id = $1 and project_id = any($2) and archived_at is null and trashed_at is null group by project_id`;

/** One request: who asks, and a DataLoader for each type. */
export function contextOf(headers) {
  const viewer = viewerOf(headers);
  const loader = (name, text, finish) =>
    new DataLoader(async (ids) => {
      const found = new Map((await rows(name, text, [viewer.studioId, ids])).map((row) => [row.id, row]));
      return ids.map((id) => finish(found.get(id)));
    });
  const loaders = {};
  // Made when they are first needed.
  const loaderOf = (name, text, finish) => {
    loaders[name] ??= loader(name, text, finish);
    return loaders[name];
  };
  const typed = (type) => (row) => row && Object.assign(row, { __typename: type });
  return {
    viewer,
    load: (type, id) => loaderOf(type, BY_IDS[type], typed(type)).load(id),
    progress: (id) => loaderOf('progress', PROGRESS, (row) => row ?? { total: 0, done: 0 }).load(id),
  };
}
