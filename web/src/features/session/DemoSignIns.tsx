import { Trans } from '@lingui/react/macro';
import { type DemoSignIn, useDemo } from './useDemo.ts';

/** Where to find what was mailed, on a machine that mails nothing. Empty outside of the demo. */
export function DemoMailNote() {
  const demo = useDemo();
  if (!demo?.length) return null;
  return (
    <p className="pt-4 text-13 text-ink-3">
      <Trans>
        This demo sends no mail. Find it in the{' '}
        <a href="/dev/mail" className="link">
          outbox
        </a>
        .
      </Trans>
    </p>
  );
}

/** The demo's people; a press fills the form. Nothing where the server is not a demo. */
export function DemoSignIns({ onPick }: { onPick: (who: DemoSignIn) => void }) {
  const demo = useDemo();
  if (!demo?.length) return null;
  return (
    <section aria-labelledby="demo-sign-ins" className="mt-8 border-t pt-4">
      <h2 id="demo-sign-ins" className="text-13 font-medium text-ink-1">
        <Trans>This is the demo on this machine</Trans>
      </h2>
      <p className="pb-2 text-13 text-ink-3">
        <Trans>
          Choose somebody to be. Mail is kept in the{' '}
          <a href="/dev/mail" className="link">
            outbox
          </a>
          .
        </Trans>
      </p>
      <ul className="divide-y divide-line border-y">
        {demo.map((who) => (
          <li key={who.email}>
            <button
              type="button"
              onClick={() => onPick(who)}
              className="flex min-h-9 w-full items-center px-1 py-1.5 text-left outline-offset-[-2px] hover:bg-surface-2 pointer-coarse:min-h-11"
            >
              <span className="text-14 text-ink-1">{who.note}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
