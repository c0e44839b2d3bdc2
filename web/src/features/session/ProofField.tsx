import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Field, TextInput } from '../../ui/Field.tsx';
import { DemoMailNote } from './DemoSignIns.tsx';

/** One way to show who is at the screen; a provider's by its id. */
export type ProofWay = 'password' | 'app' | 'passkey' | 'mail' | `by ${string}`;

/** Those where something is typed. */
export const typedWays: readonly ProofWay[] = ['password', 'app', 'mail'];

/** Where the password or a code is typed; `proof` in the form. */
export function ProofField({ way, error }: { way: ProofWay; error: ReactNode }) {
  const isCode = way !== 'password';
  return (
    <>
      <Field
        label={
          way === 'password' ? (
            <Trans>Your password</Trans>
          ) : way === 'app' ? (
            <Trans>Code of your authenticator app</Trans>
          ) : (
            <Trans>Code from the mail</Trans>
          )
        }
        error={error}
      >
        <TextInput
          name="proof"
          type={isCode ? 'text' : 'password'}
          className={isCode ? 'figures' : undefined}
          inputMode={isCode ? 'numeric' : undefined}
          autoComplete={isCode ? 'one-time-code' : 'current-password'}
          maxLength={128}
          required
          autoFocus
        />
      </Field>
      {way === 'mail' && <DemoMailNote />}
    </>
  );
}
