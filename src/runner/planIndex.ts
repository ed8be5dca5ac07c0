/** How a plan's indices read in the design it was compiled from. */

import type { Id } from '../design/design.ts';

export interface PlanIndex {
  /** In plan order; `firstSlot` is where the node's instance slots begin in a glance. */
  nodes: readonly { id: Id; firstSlot: number; slots: number }[];
  /** Drawn link ids per plan link: one for a drawn link, several for a route opened by a resolver's answer. */
  links: readonly { drawn: readonly Id[] /** As `PlanLink.place`. */; place?: number }[];
}
