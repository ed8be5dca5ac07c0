/** A run as a diagnosis reads it: what was drawn, what was measured so far, and what is known to have happened. */

import type { Design, DesignNode } from '../../design/design.ts';
import type { Frame, FrameLayout, Note } from '../../engine/frame.ts';
import type { Plan } from '../../engine/plan.ts';

export interface Case {
  /** As it stands now: its settings are those that remedies change. */
  design: Design;
  /** Who calls whom, with the routes that resolvers open. */
  plan: Plan;
  layout: FrameLayout;
  /** Oldest first; may be a run's newest ones only. */
  frames: readonly Frame[];
  /** Those of concealed events left out by the caller. */
  notes: readonly Note[];
}

/** @returns the drawn part behind a plan index; undefined when it is gone */
export const nodeAt = ({ design, plan }: Case, node: number): DesignNode | undefined => {
  const id = plan.nodes[node]?.id;
  return design.nodes.find((one) => one.id === id);
};
