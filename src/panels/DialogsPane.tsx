import { lazy, Suspense } from 'react';
import { useSession } from '../store/hooks.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

const Dialogs = lazy(async () => ({ default: (await import('./dialogs/Dialogs.tsx')).Dialogs }));

/** Dialogs come when the first one is asked for: nobody needs them to begin. */
export function DialogsPane() {
  const isAsked = useSession((state) => state.dialog !== null);
  if (!isAsked) return null;
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Dialogs />
      </Suspense>
    </ErrorBoundary>
  );
}
