import { Trans, useLingui } from '@lingui/react/macro';
import { Upload } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../session/Problem.tsx';

const MAX_BYTES = 2 * 1024 * 1024;
const TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

type PictureFieldProps = {
  /** Where it is sent: `/media/user-picture` or `/media/studio-logo`. */
  endpoint: string;
  studio: string;
  label: string;
  /** Draws the picture as it will be seen: what was chosen before it is there, else what is kept. */
  preview: (chosen: string | null) => ReactNode;
  hasPicture: boolean;
  hint: ReactNode;
  onChanged: () => void;
};

/** Chooses a picture, shows it at once, sends it, or takes it away. */
export function PictureField({ endpoint, studio, label, preview, hasPicture, hint, onChanged }: PictureFieldProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => () => (chosen ? URL.revokeObjectURL(chosen) : undefined), [chosen]);

  const words = (status: number) => {
    if (status === 413) return t`A picture has at most 2 MB. Choose a smaller one.`;
    if (status === 415) return t`This is no picture that can be read. Choose a JPEG, PNG, WebP, GIF or AVIF.`;
    if (status === 403) return t`You may not change this picture.`;
    return t`The picture did not arrive. What was there before is still there; try again.`;
  };
  async function send(method: 'POST' | 'DELETE', body?: File) {
    setBusy(true);
    setProblem(null);
    const response = await fetch(endpoint, {
      method,
      credentials: 'same-origin',
      headers: { 'x-atelier-studio': studio, ...(body && { 'content-type': body.type || 'application/octet-stream' }) },
      ...(body && { body }),
    }).catch(() => null);
    setBusy(false);
    if (response?.ok) onChanged();
    else {
      setChosen(null);
      setProblem(words(response?.status ?? 0));
    }
  }
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (!file) return;
    if (file.size > MAX_BYTES) {
      setProblem(words(413));
      return;
    }
    setChosen(URL.createObjectURL(file));
    void send('POST', file);
  };

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-5">
        {preview(chosen)}
        <div className="flex flex-col gap-2">
          <input ref={input} type="file" accept={TYPES} aria-label={label} tabIndex={-1} className="sr-only" onChange={choose} />
          <div className="flex flex-wrap gap-2">
            <Button busy={busy} icon={<Upload size={14} strokeWidth={1.5} aria-hidden />} onClick={() => input.current?.click()}>
              {hasPicture ? <Trans>Choose another</Trans> : <Trans>Choose a picture</Trans>}
            </Button>
            {hasPicture && (
              <Button
                tone="quiet"
                disabled={busy}
                onClick={() => {
                  setChosen(null);
                  void send('DELETE');
                }}
              >
                <Trans>Remove</Trans>
              </Button>
            )}
          </div>
          <p className="text-13 text-ink-3">{hint}</p>
        </div>
      </div>
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}
