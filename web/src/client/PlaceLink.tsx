import type { ComponentProps } from 'react';
import { addressOf, goTo, type Place } from './address.ts';

/** A link to a place of these pages; it opens without loading the page anew, and in a new tab as any link does. */
export function PlaceLink({ place, ...rest }: { place: Place } & Omit<ComponentProps<'a'>, 'href' | 'onClick'>) {
  return (
    <a
      {...rest}
      href={addressOf(place)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        goTo(place);
      }}
    />
  );
}
