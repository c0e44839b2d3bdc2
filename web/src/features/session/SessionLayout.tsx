import type { ReactNode } from 'react';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Picture, type PictureName } from '../../ui/pictures.tsx';

const PRODUCT = 'Atelier';

/* A wall as in a studio: small frames of different sizes, hung by eye. Positions in percent of the wall. */
const wall: { name: PictureName; left: number; top: number; width: number }[] = [
  { name: 'easel', left: 9, top: 12, width: 36 },
  { name: 'lens', left: 52, top: 7, width: 25 },
  { name: 'path', left: 51, top: 31, width: 38 },
  { name: 'tea', left: 15, top: 47, width: 25 },
  { name: 'letter', left: 46, top: 60, width: 28 },
  { name: 'chairs', left: 12, top: 72, width: 28 },
];

function Wall() {
  return (
    <div aria-hidden className="relative hidden flex-1 overflow-clip border-l bg-surface-2 lg:block">
      <div className="absolute inset-0 m-auto aspect-[10/11] max-h-full max-w-[min(100%,60rem)]">
        {wall.map(({ name, left, top, width }) => (
          <div
            key={name}
            className="absolute bg-surface-1 p-[3%] text-ink-2 inset-ring inset-ring-line-strong shadow-lift"
            style={{ left: `${left}%`, top: `${top}%`, width: `${width}%` }}
          >
            <Picture name={name} className="w-full" />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The product's name as it stands at the head of pages outside of a studio. */
export function Wordmark() {
  return (
    <a href="/" className="name link-quiet text-20 text-ink-1 hover:no-underline">
      {PRODUCT}
    </a>
  );
}

type SessionLayoutProps = {
  /** Names the page in the browser's tab. */
  title: string;
  heading: ReactNode;
  lead?: ReactNode;
  /** Under the form: the other way in. */
  foot?: ReactNode;
  children?: ReactNode;
};

/** A page outside of a studio: one short form beside a wall of drawings. */
export function SessionLayout({ title, heading, lead, foot, children }: SessionLayoutProps) {
  return (
    <div className="flex min-h-dvh">
      <PageTitle parts={[title]} />
      <main className="flex w-full flex-col px-5 py-6 sm:px-10 lg:w-[min(44%,600px)] lg:px-14">
        <header>
          <Wordmark />
        </header>
        <div className="flex w-full max-w-96 flex-1 flex-col pt-16 pb-10 sm:justify-center sm:pt-6">
          <h1 className="name text-34 text-ink-1">{heading}</h1>
          {lead && <div className="pt-2 text-14 text-ink-2">{lead}</div>}
          <div className="pt-7">{children}</div>
          {foot && <div className="pt-7 text-14 text-ink-2">{foot}</div>}
        </div>
      </main>
      <Wall />
    </div>
  );
}
