import { lazy, Suspense } from 'react';
import type { Id } from '../../design/design.ts';

/** Formulas and their words come when the first part is looked at. */
const TheorySection = lazy(async () => ({ default: (await import('../theory/TheorySection.tsx')).TheorySection }));

export function Theory({ node }: { node: Id }) {
  return (
    <Suspense fallback={null}>
      <TheorySection node={node} />
    </Suspense>
  );
}
