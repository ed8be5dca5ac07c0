/** Memory and disk of hosts, from the numbers that their parts keep of themselves. Pure. */

import type { Frame, FrameLayout } from '../../engine/frame.ts';
import type { PlanIndex } from '../../runner/planIndex.ts';

export interface HostNumbers {
  /** MB in use. */
  memoryMb?: number;
  /** Reads and writes of the disk. */
  diskPerSecond?: number;
}

/** By instance slot; a part that does not say has none. */
export function hostNumbers(layout: FrameLayout, frame: Frame, index: PlanIndex): ReadonlyMap<number, HostNumbers> {
  const found = new Map<number, HostNumbers>();
  const seconds = Math.max(frame.end - frame.start, 1e-9);
  for (const [at, { scope, node, instance, metric }] of layout.columns.entries()) {
    if (scope !== 'instance') continue;
    const slot = (index.nodes[node]?.firstSlot ?? 0) + instance;
    const value = frame.values[at];
    if (metric === 'memoryMb') found.set(slot, { ...found.get(slot), memoryMb: value });
    else if (metric === 'diskOps') found.set(slot, { ...found.get(slot), diskPerSecond: value / seconds });
  }
  return found;
}
