import { type ReactNode, useId } from 'react';

type SectionProps = { title: ReactNode; lead?: ReactNode; wide?: boolean; children: ReactNode };

/** One matter of the settings: what it is at the side, the controls beside it. */
export function Section({ title, lead, wide = false, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid max-w-280 gap-x-12 gap-y-4 border-b py-8 first:pt-0 last:border-b-0 lg:grid-cols-[16rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="name text-20">
          {title}
        </h2>
        {lead && <p className="pt-1 text-13 text-ink-3">{lead}</p>}
      </div>
      <div className={wide ? 'min-w-0' : 'max-w-120 min-w-0'}>{children}</div>
    </section>
  );
}
