import type { ReactNode } from 'react';

/** One piece of the interface in all its states. */
export function Exhibit({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-t py-8 lg:grid-cols-[160px_1fr]">
      <h2 className="name text-16">{title}</h2>
      <div className="flex min-w-0 flex-col items-start gap-4">{children}</div>
    </section>
  );
}
