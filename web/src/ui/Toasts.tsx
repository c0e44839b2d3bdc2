import { lazy, Suspense, useEffect, useState } from 'react';
import { whenFirstToast } from './toast.ts';

const ToastHost = lazy(() => import('./ToastHost.tsx'));

/** Place once in each entry. Loads the drawing part when the first toast is said. */
export function Toasts() {
  const [needed, setNeeded] = useState(false);
  useEffect(() => whenFirstToast(() => setNeeded(true)), []);
  if (!needed) return null;
  return (
    <Suspense>
      <ToastHost />
    </Suspense>
  );
}
