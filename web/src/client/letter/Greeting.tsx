import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { regionOf } from '../../ui/region.ts';
import { GlowOver } from '../GlowOver.tsx';
import { type Letter, stageStates } from './letter.ts';

const longDay = (day: string, locale: string) =>
  new Intl.DateTimeFormat(regionOf(locale), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

function Where({ letter }: { letter: Letter }) {
  const stage = letter.stages[stageStates(letter).indexOf('now')];
  if (letter.projectStatus === 'DONE') return <Trans>Your project is finished.</Trans>;
  if (letter.projectStatus === 'ON_HOLD') return <Trans>Your project is resting for now.</Trans>;
  if (letter.projectStatus === 'PLANNED') return <Trans>Your project is planned and will begin soon.</Trans>;
  if (stage) return <Trans>Your project is at the stage “{stage.name}”.</Trans>;
  return <Trans>Your project is in the works.</Trans>;
}

/** How the letter begins: whose project it is, where it stands, and how much waits for the reader. */
export function Greeting({ letter, name, waiting }: { letter: Letter; name: string | null; waiting: number }) {
  const { i18n } = useLingui();
  const day = letter.dueOn && longDay(letter.dueOn, i18n.locale);
  const isOpen = letter.projectStatus !== 'DONE';
  return (
    <div className="relative px-6 pt-8 pb-2 sm:px-12 sm:pt-10">
      <h1 className="name text-26 font-medium sm:text-34">{letter.name}</h1>
      <div className="relative">
        <GlowOver id={letter.id} />
        <p className="name measure pt-4 text-16 leading-7 tracking-normal text-ink-2 sm:text-20 sm:leading-8">
          {name && (
            <>
              <Trans>Hello {name}.</Trans>{' '}
            </>
          )}
          <Where letter={letter} />{' '}
          {isOpen && day && (
            <>
              <Trans>It is planned to be ready on {day}.</Trans>{' '}
            </>
          )}
          <span className="text-ink-1">
            <Plural
              value={waiting}
              _0="Nothing waits for you."
              _2="Two things wait for you."
              _3="Three things wait for you."
              one="One thing waits for you."
              other="# things wait for you."
            />
          </span>
        </p>
      </div>
    </div>
  );
}
