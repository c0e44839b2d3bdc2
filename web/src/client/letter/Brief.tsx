import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from './Section.tsx';

const LONG = 700;

/** What was agreed, in paragraphs; a long one is opened by a press. */
export function Brief({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(text.length <= LONG);
  if (text.trim() === '') return null;
  const cut = text.slice(0, LONG);
  const shown = isWhole ? text : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
  const paragraphs = shown.split(/\n{2,}/).map((words, index) => ({ key: `${index}`, words }));
  return (
    <Section title={<Trans>What we agreed</Trans>}>
      <div className="measure space-y-3 font-serif text-16 leading-7 whitespace-pre-line">
        {paragraphs.map(({ key, words }) => (
          <p key={key}>{words}</p>
        ))}
      </div>
      {!isWhole && (
        <Button tone="quiet" onClick={() => setWhole(true)} className="-ml-3">
          <Trans>Read on</Trans>
        </Button>
      )}
    </Section>
  );
}
