import type { Id } from '../../design/design.ts';
import type { Spec } from '../../schema/spec.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';

/** Logs and boards come when a tool is first looked at. */
const panels = {
  logs: latePart(async () => (await import('../tools/LogSection.tsx')).LogSection),
  shards: latePart(async () => (await import('../shards/ShardsSection.tsx')).ShardsSection),
  rows: latePart(async () => (await import('../rows/RowsSection.tsx')).RowsSection),
  metrics: latePart(async () => (await import('../tools/BoardSection.tsx')).BoardSection),
};

const Unseen = latePart(async () => (await import('../tools/UnseenSection.tsx')).UnseenSection);

/** Nobody watches this part, and the design shows only what its tools see. */
export function UnseenPart() {
  return (
    <LatePlace>
      <Unseen />
    </LatePlace>
  );
}

/** What a tool of operations has to show of the parts it watches. */
export function Tool({ node, shows }: { node: Id; shows: Spec['shows'] }) {
  if (!shows) return null;
  const Panel = panels[shows];
  return (
    <LatePlace>
      <Panel node={node} />
    </LatePlace>
  );
}
