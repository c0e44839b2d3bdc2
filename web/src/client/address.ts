import { useSyncExternalStore } from 'react';

/** Where the reader is: the list of their projects, or one of them, perhaps with a task open. */
export type Place = { page: 'projects' } | { page: 'project'; id: string; task: string | null };

const moved = new EventTarget();

/** The place that an address names; anything unknown below /client is the list. */
export function placeOf(path: string, search: string): Place {
  const id = /^\/client\/projects\/([\w-]+)\/?$/.exec(path)?.[1];
  return id === undefined ? { page: 'projects' } : { page: 'project', id, task: new URLSearchParams(search).get('task') };
}

/** The address of a place. */
export function addressOf(place: Place): string {
  if (place.page === 'projects') return '/client';
  return `/client/projects/${place.id}${place.task === null ? '' : `?task=${encodeURIComponent(place.task)}`}`;
}

/** Goes to a place without loading the page anew. `replace` leaves no step behind for the back button. */
export function goTo(place: Place, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', addressOf(place));
  moved.dispatchEvent(new Event('moved'));
}

function subscribe(listener: () => void) {
  moved.addEventListener('moved', listener);
  window.addEventListener('popstate', listener);
  return () => {
    moved.removeEventListener('moved', listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The place in the address bar. */
export function usePlace(): Place {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const [path = '', search = ''] = address.split(/(?=\?)/);
  return placeOf(path, search);
}
