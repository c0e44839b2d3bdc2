import type { Audience } from '@atelier/service-kit/activity';
import type { Ref } from '../events.ts';
import type { Project } from '../projects/project.ts';
import type { Unit } from '../store.ts';

const personOf = (who: Ref): Audience => `person:${who.id}`;
const team: readonly Audience[] = ['team'];

/** Records that somebody was let in: the team sees it in the feed, and the project comes into the person's list. */
export async function recordLetIn(unit: Unit, project: Project, who: Ref, verb: 'project.shared' | 'project.granted'): Promise<void> {
  await unit.record({
    projectId: project.id,
    entity: { typename: 'Project', id: project.id },
    verb,
    name: project.name,
    after: { person: who },
    audienceBefore: team,
    audienceAfter: team,
    inLists: { audienceBefore: [], audienceAfter: [personOf(who)] },
    ...(verb === 'project.shared' ? { event: { type: verb, data: { projectId: project.id, contactId: who.id } } } : {}),
  });
}

/**
 * Records that somebody was shut out. Two events: one for those who go on seeing the project, and one that names nobody but the
 * person, so that their streams drop it at once (a guest belongs to the team too, and would be in both audiences of one event).
 */
export async function recordShutOut(unit: Unit, project: Project, who: Ref, verb: 'project.unshared' | 'project.revoked'): Promise<void> {
  await unit.record({
    projectId: project.id,
    entity: { typename: 'Project', id: project.id },
    verb,
    name: project.name,
    before: { person: who },
    audienceBefore: team,
    audienceAfter: team,
    ...(verb === 'project.unshared' ? { event: { type: verb, data: { projectId: project.id, contactId: who.id } } } : {}),
  });
  await recordLost(unit, project, [who.id]);
}

/** Tells the streams of people who were let in that they no longer see the project. The feed shows nothing of it. */
export async function recordLost(unit: Unit, project: Project, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await unit.record({
    projectId: project.id,
    entity: { typename: 'Project', id: project.id },
    verb: 'project.lost',
    name: project.name,
    audienceBefore: people.map((id): Audience => `person:${id}`),
    audienceAfter: [],
    inLists: true,
    quiet: true,
  });
}
