/** How many instances a part starts with. */

import type { DesignNode } from './design.ts';
import { specOf } from './wires.ts';

/** Those beside its own count included. */
export function instancesOf(node: DesignNode): number {
  const spec = specOf(node.kind);
  return (spec.instancesField === null ? 0 : Number(node.params[spec.instancesField])) + spec.extraInstances;
}
