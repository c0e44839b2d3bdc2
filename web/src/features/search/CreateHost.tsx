import { useNavigate } from '@tanstack/react-router';
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState } from 'react';

const CreateClientDialog = lazy(() => import('../clients/CreateClientDialog.tsx'));
const CreateProjectDialog = lazy(() => import('../projects/CreateProjectDialog.tsx'));
const QuickTaskDialog = lazy(() => import('./QuickTaskDialog.tsx'));

/** What can be made from anywhere. */
export type Creatable = 'client' | 'project' | 'task';

const CreateContext = createContext<(what: Creatable) => void>(() => undefined);

/** Opens the dialog that makes a thing, from any page. */
export function useCreate(): (what: Creatable) => void {
  return useContext(CreateContext);
}

/** Holds the dialogs that make things; each is loaded when it is first asked for, and leads to what was made. */
export function CreateHost({ slug, children }: { slug: string; children: ReactNode }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<Creatable | null>(null);
  const create = useCallback((what: Creatable) => setOpen(what), []);
  const close = () => setOpen(null);
  return (
    <CreateContext value={create}>
      {children}
      <Suspense>
        {open === 'client' && (
          <CreateClientDialog
            onClose={close}
            onCreated={({ id }) => {
              close();
              void navigate({ to: '/s/$studio/clients/$clientId', params: { studio: slug, clientId: id } });
            }}
          />
        )}
        {open === 'project' && <CreateProjectDialog studio={slug} onOpenChange={(stays) => !stays && close()} />}
        {open === 'task' && <QuickTaskDialog slug={slug} onClose={close} />}
      </Suspense>
    </CreateContext>
  );
}
