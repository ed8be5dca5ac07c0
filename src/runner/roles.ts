/** A plan knows kinds by number; this finds the spec again. Nobody in this room asks for a kind by name. */

import { specOf } from '../design/wires.ts';
import { nodeKinds } from '../nodes/specs.ts';
import type { Spec } from '../schema/spec.ts';

/** The spec behind `PlanNode.kind`. */
export const specAt = (kind: number): Spec => specOf(nodeKinds[kind]);
