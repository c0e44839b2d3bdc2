import { type Audience, type LiveEvent, parseChannel } from '@atelier/service-kit/activity';
import { membershipOf, type Viewer } from '@atelier/service-kit/viewer';
import { personOf } from './channel.ts';

/** What an event means to one viewer: show it (if the owner does), take it away, or say nothing. */
export type Verdict = 'changed' | 'dropped' | 'nothing';

/**
 * Compares who could see the thing before and after. `changed` is a promise of nothing: the owner is asked each time.
 * On a channel whose subject does not vouch for single things (`studio`), a guest hears only of what names them, or ids would leak.
 */
export function verdictOf(event: Pick<LiveEvent, 'channel' | 'audienceBefore' | 'audienceAfter'>, viewer: Viewer): Verdict {
  const ears = earsOf(viewer);
  const hears = (audience: readonly Audience[]) => audience.some((each) => ears.has(each));
  if (hears(event.audienceAfter)) return 'changed';
  if (!hears(event.audienceBefore)) return 'nothing';
  const isBroad = parseChannel(event.channel).subject.type === 'studio' && membershipOf(viewer)?.role === 'guest';
  const named = event.audienceBefore.some((each) => each.startsWith('person:') && ears.has(each));
  return isBroad && !named ? 'nothing' : 'dropped';
}

function earsOf(viewer: Viewer): Set<string> {
  const person = personOf(viewer);
  const ears = new Set<string>();
  if (person) ears.add(`person:${person.id}`);
  if (viewer.kind === 'contact') ears.add('client');
  else if (membershipOf(viewer)) ears.add('team');
  return ears;
}
