import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Problem } from './Problem.tsx';
import { byProviders, useProviders } from './providers.ts';
import { useAnswer } from './useAnswer.ts';
import { useProblemWords } from './useProblemWords.ts';

/** Signing in by others, where this installation is known to them; nothing where it is not. */
export function ProviderButtons({ back }: { back: string | undefined }) {
  const providers = useProviders();
  const words = useProblemWords();
  const { busy, problem, ask } = useAnswer();
  if (providers.length === 0) return null;
  const away = providers.filter(({ isAvailable }) => !isAvailable).map(({ name }) => name);
  const begin = async (id: string) => {
    const answer = await ask(() => byProviders.begin(id, back ?? '/'));
    if (answer) location.assign(answer.data.url);
  };
  return (
    <div className="flex flex-col gap-3 border-t pt-4">
      {problem && <Problem>{words(problem)}</Problem>}
      <div className="flex flex-wrap gap-2">
        {providers.map(({ id, name, isAvailable }) => (
          <Button key={id} busy={busy} disabled={!isAvailable} onClick={() => void begin(id)}>
            <Trans>Go on with {name}</Trans>
          </Button>
        ))}
      </div>
      <p role="status" className="text-13 text-ink-2 empty:hidden">
        {away.length > 0 && <Trans>{away.join(', ')} does not answer at the moment. Take another way, or wait a little.</Trans>}
      </p>
    </div>
  );
}
