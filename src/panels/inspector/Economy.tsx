import type { Id } from '../../design/design.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';

/** Prices, models and their words come after the first picture. */
const EconomySections = latePart(async () => (await import('../economy/EconomySections.tsx')).EconomySections);
const NodeCost = latePart(async () => (await import('../economy/NodeCost.tsx')).NodeCost);

export function Economy() {
  return (
    <LatePlace>
      <EconomySections />
    </LatePlace>
  );
}

export function CostOf({ node }: { node: Id }) {
  return (
    <LatePlace>
      <NodeCost node={node} />
    </LatePlace>
  );
}
