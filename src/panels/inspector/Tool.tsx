import { lazy, Suspense } from 'react';
import type { Id } from '../../design/design.ts';
import type { Spec } from '../../schema/spec.ts';

/** Logs and boards come when a tool is first looked at. */
const panels = {
  logs: lazy(async () => ({ default: (await import('../tools/LogSection.tsx')).LogSection })),
  metrics: lazy(async () => ({ default: (await import('../tools/BoardSection.tsx')).BoardSection })),
};

const Unseen = lazy(async () => ({ default: (await import('../tools/UnseenSection.tsx')).UnseenSection }));

/** Nobody watches this part, and the design shows only what its tools see. */
export function UnseenPart() {
  return (
    <Suspense fallback={null}>
      <Unseen />
    </Suspense>
  );
}

/** What a tool of operations has to show of the parts it watches. */
export function Tool({ node, shows }: { node: Id; shows: Spec['shows'] }) {
  if (!shows) return null;
  const Panel = panels[shows];
  return (
    <Suspense fallback={null}>
      <Panel node={node} />
    </Suspense>
  );
}
