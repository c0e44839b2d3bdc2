import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { UpdateProjectInput } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { UpdateProjectDocument } from './__generated__/ProjectChanges.ts';

/** What went wrong with a change: in words, and the field that it is about. */
export type Problem = { message: string; field?: string | undefined };

/** Changes a project; what the form holds stays in it when the server says no. */
export function useUpdateProject() {
  const { t } = useLingui();
  const [mutate, { loading }] = useMutation(UpdateProjectDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function update(input: UpdateProjectInput): Promise<boolean> {
    setProblem(null);
    try {
      const { data } = await mutate({ variables: { input } });
      const result = data?.updateProject;
      if (result?.__typename === 'UpdateProjectSuccess') return true;
      if (result?.__typename === 'ProjectVersionConflict') {
        setProblem({ message: t`Somebody changed the project while you did. What you typed is still here; save again to keep it.` });
      } else if (result?.__typename === 'InvalidInput') setProblem({ message: result.message, field: result.path?.at(-1) });
    } catch (error) {
      const reference = referenceOf(error);
      setProblem({
        message: reference
          ? t`That was not saved. What you typed is still here. Reference ${reference}`
          : t`That was not saved. What you typed is still here.`,
      });
    }
    return false;
  }
  return { update, busy: loading, problem };
}
