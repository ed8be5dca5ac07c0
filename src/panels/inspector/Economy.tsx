import { lazy, Suspense } from 'react';
import type { Id } from '../../design/design.ts';

/** Prices, models and their words come after the first picture. */
const EconomySections = lazy(async () => ({ default: (await import('../economy/EconomySections.tsx')).EconomySections }));
const NodeCost = lazy(async () => ({ default: (await import('../economy/NodeCost.tsx')).NodeCost }));

export function Economy() {
  return (
    <Suspense fallback={null}>
      <EconomySections />
    </Suspense>
  );
}

export function CostOf({ node }: { node: Id }) {
  return (
    <Suspense fallback={null}>
      <NodeCost node={node} />
    </Suspense>
  );
}
