/** What would help a part that is full: one instance more, or first a load balancer in front of it. Pure. */

import type { Design, DesignNode, Id } from '../design/design.ts';
import { setParam } from '../design/edits.ts';
import { problemsOf } from '../design/rules.ts';
import { specOf } from '../design/wires.ts';

export type Lever =
  | { kind: 'raise'; node: Id; label: string; nodeKind: DesignNode['kind']; field: string; from: number; to: number }
  | { kind: 'balance' };

export function leverOf(design: Design, node: DesignNode): Lever | null {
  const { instancesField, fields } = specOf(node.kind);
  const field = instancesField === null ? undefined : fields[instancesField];
  if (instancesField === null || field?.type !== 'number') return null;
  const from = Number(node.params[instancesField]);
  const to = from + 1;
  if (to > field.max) return null;
  const raised = setParam(design, node.id, instancesField, to);
  // A second server that nobody calls would be bad advice.
  const isUseless = problemsOf(raised).some((problem) => problem.code === 'several-instances-without-balancer' && problem.node === node.id);
  return isUseless
    ? { kind: 'balance' }
    : { kind: 'raise', node: node.id, label: node.label, nodeKind: node.kind, field: instancesField, from, to };
}
