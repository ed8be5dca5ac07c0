import type { Id } from '../../design/design.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';

/** Formulas and their words come when the first part is looked at. */
const TheorySection = latePart(async () => (await import('../theory/TheorySection.tsx')).TheorySection);

export function Theory({ node }: { node: Id }) {
  return (
    <LatePlace>
      <TheorySection node={node} />
    </LatePlace>
  );
}
