import type { Id } from '../../design/design.ts';
import { useSession } from '../../store/hooks.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';

/** Formulas and their words come when the first part is looked at. */
const TheorySection = latePart(async () => (await import('../theory/TheorySection.tsx')).TheorySection);

/** Not in a strict interview. */
export function Theory({ node }: { node: Id }) {
  const isStrict = useSession((state) => state.interview === 'strict');
  return isStrict ? null : (
    <LatePlace>
      <TheorySection node={node} />
    </LatePlace>
  );
}
