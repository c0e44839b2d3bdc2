import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast.ts';
import { CameBack } from '../session/CameBack.tsx';
import { Problem } from '../session/Problem.tsx';
import { byProviders, useProviders } from '../session/providers.ts';
import { useAnswer } from '../session/useAnswer.ts';
import { useProblemWords } from '../session/useProblemWords.ts';
import type { useProof } from '../session/useProof.tsx';
import { Section } from './Section.tsx';

/** Signing in by others: joined and taken off by the person. Nothing where this installation is known to none. */
export function ProviderSettings({ guarded }: { guarded: ReturnType<typeof useProof>['guarded'] }) {
  const { t } = useLingui();
  const providers = useProviders();
  const words = useProblemWords();
  const { busy, problem, ask } = useAnswer();
  const [ways, setWays] = useState<{ id: string; providerId: string }[] | null>(null);
  const error = new URLSearchParams(location.search).get('error');
  const look = useCallback(async () => {
    const answer = await byProviders.waysIn();
    if (answer.ok) setWays(answer.data);
  }, []);
  useEffect(() => void look(), [look]);
  if (providers.length === 0 || ways === null) return null;
  const join = async (id: string) => {
    const answer = await ask(() => guarded(() => byProviders.beginJoining(id, location.pathname)));
    if (answer) location.assign(answer.data.url);
  };
  const takeOff = async (wayId: string, name: string) => {
    if (!(await ask(() => guarded(() => byProviders.takeOff(wayId))))) return;
    toast({ message: t`${name} no longer signs you in` });
    await look();
  };
  return (
    <Section
      title={<Trans>Signing in by others</Trans>}
      lead={<Trans>Whoever is signed in there as you is let in here. They learn that you use Atelier, and nothing of your work.</Trans>}
    >
      {error && !problem && <CameBack error={error} />}
      {problem && <Problem>{words(problem)}</Problem>}
      <ul aria-label={t`Signing in by others`} className="border-t">
        {providers.map(({ id, name, isAvailable }) => {
          const way = ways.find(({ providerId }) => providerId === id);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3 text-14">
              <span>
                {name}
                <span className="block text-13 text-ink-3">
                  {way === undefined && !isAvailable ? (
                    <Trans>Not joined; it does not answer at the moment</Trans>
                  ) : way === undefined ? (
                    <Trans>Not joined</Trans>
                  ) : ways.length === 1 ? (
                    <Trans>Your only way in; choose a password before you take it off</Trans>
                  ) : (
                    <Trans>Joined</Trans>
                  )}
                </span>
              </span>
              {way === undefined && (
                <Button size="small" busy={busy} disabled={!isAvailable} aria-label={t`Join ${name}`} onClick={() => void join(id)}>
                  <Trans>Join</Trans>
                </Button>
              )}
              {way !== undefined && ways.length > 1 && (
                <Button size="small" busy={busy} aria-label={t`Take ${name} off`} onClick={() => void takeOff(way.id, name)}>
                  <Trans>Take off</Trans>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
