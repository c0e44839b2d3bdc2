import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { toast } from '../../ui/toast.ts';
import { type ContactFactsFragment, RemoveContactDocument } from './__generated__/ClientChanges.ts';

/** As long as the toast with "Undo" stands. */
const UNDO = 8000;

/* Outside of any component: who goes on to another page can still undo there. */
let leaving: readonly string[] = [];
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function set(next: readonly string[]) {
  leaving = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/**
 * Removing ends a person's links and cannot be taken back at the server: the person is hidden at once, and the removal is sent
 * when the toast with "Undo" is over. Whoever closes the browser before that has removed nobody.
 */
export function useContactRemoval() {
  const { t } = useLingui();
  const client = useApolloClient();
  const hidden = useSyncExternalStore(subscribe, () => leaving);
  const show = (id: string) => set(leaving.filter((each) => each !== id));

  const send = async (contact: ContactFactsFragment) => {
    timers.delete(contact.id);
    try {
      await client.mutate({ mutation: RemoveContactDocument, variables: { input: { id: contact.id } } });
      client.cache.evict({ id: client.cache.identify({ __typename: 'Contact', id: contact.id }) });
    } catch {
      toast({ message: t`${contact.name} is still here: the server did not agree.`, tone: 'problem' });
    }
    show(contact.id);
  };

  const start = (contact: ContactFactsFragment) => {
    set([...leaving, contact.id]);
    timers.set(
      contact.id,
      setTimeout(() => void send(contact), UNDO),
    );
    toast({
      message: t`${contact.name} is removed, and their links end`,
      undo: () => {
        const timer = timers.get(contact.id);
        if (timer === undefined) {
          toast({ message: t`${contact.name} was already removed. Add them again to write to them.`, tone: 'problem' });
          return;
        }
        clearTimeout(timer);
        timers.delete(contact.id);
        show(contact.id);
      },
    });
  };
  return { leaving: hidden, start };
}
