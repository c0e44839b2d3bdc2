import { type ReactNode, useId } from 'react';

/** A part of the letter under its own heading. */
export function Section({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="px-6 py-8 sm:px-12">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-3">
        <h2 id={id} className="name text-20 font-medium">
          {title}
        </h2>
        {aside && <p className="figures text-13 text-ink-2">{aside}</p>}
      </div>
      {children}
    </section>
  );
}
