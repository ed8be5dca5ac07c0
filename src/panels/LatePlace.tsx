import { type ReactNode, Suspense } from 'react';
import type { BrokenForm } from './Broken.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface LatePlaceProps {
  children: ReactNode;
  /** As large as what will come, so that nothing moves when it does. */
  fallback?: ReactNode;
  form?: BrokenForm;
  onClose?: () => void;
}

/** Where a late part of the page comes to stand: its place is kept free until then, and says so when the part does not come. */
export function LatePlace({ children, fallback = null, form = 'line', onClose }: LatePlaceProps) {
  return (
    <ErrorBoundary form={form} onClose={onClose}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </ErrorBoundary>
  );
}
