import { Suspense } from 'react';
import type { Problem } from '../design/problems.ts';
import { latePart } from '../ui/latePart.tsx';

const ProblemBadge = latePart(async () => (await import('./ProblemBadge.tsx')).ProblemBadge);

/** The sign of a part or a wire with which something is wrong; it comes with its words when there is one. */
export function LateBadge({ problem }: { problem: Problem }) {
  return (
    <Suspense>
      <ProblemBadge problem={problem} />
    </Suspense>
  );
}
