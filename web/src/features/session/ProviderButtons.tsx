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
  const begin = async (id: string) => {
    const answer = await ask(() => byProviders.begin(id, back ?? '/'));
    if (answer) location.assign(answer.data.url);
  };
  return (
    <div className="flex flex-col gap-3 border-t pt-4">
      {problem && <Problem>{words(problem)}</Problem>}
      <div className="flex flex-wrap gap-2">
        {providers.map(({ id, name }) => (
          <Button key={id} busy={busy} onClick={() => void begin(id)}>
            <Trans>Go on with {name}</Trans>
          </Button>
        ))}
      </div>
    </div>
  );
}
