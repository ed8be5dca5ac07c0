/** Settings that no textbook model knows: any that is away from its default and not spoken for. */

import type { Design, DesignLink, DesignNode } from '../../design/design.ts';
import { linkFields } from '../../design/linkFields.ts';
import { specOf } from '../../design/wires.ts';
import { workloadFields } from '../../design/workloadFields.ts';
import { type Fields, holds, type Values } from '../../schema/fields.ts';
import type { Reason } from './reading.ts';

/** What the recogniser reads of a wire: its way and its patience. */
const knownOfWires = ['rttMs', 'delay', 'jitter', 'timeoutMs', 'retries', 'backoffMs', 'backoffCapMs', 'backoffJitter', 'weight'];
const knownOfWorkload = ['traffic', 'staticShare', 'writeShare', 'keys', 'keySkew', 'staticFiles', 'staticSkew'];

function strange(fields: Fields, values: Values, known: readonly string[]): string | null {
  for (const [name, field] of Object.entries(fields)) {
    if (known.includes(name) || !holds(field.when, fields, values)) continue;
    if ((values[name] ?? field.default) !== field.default) return name;
  }
  return null;
}

export function strangeOfNode(node: DesignNode, known: readonly string[]): Reason | null {
  const field = strange(specOf(node.kind).fields, node.params, known);
  return field === null ? null : { code: 'setting', field, of: 'node', part: node.id };
}

export function strangeOfWire(link: DesignLink): Reason | null {
  const field = strange(linkFields, link.params, knownOfWires);
  return field === null ? null : { code: 'setting', field, of: 'wire', part: link.id };
}

/** Traffic must stand still, and nothing of it be unknown to the formulas. */
export function strangeOfWorkload({ workload }: Design): Reason | null {
  if (workload.params.shape !== 'steady') return { code: 'not-steady' };
  // the other shapes' settings sleep while the shape is steady
  const own = Object.fromEntries(Object.entries(workloadFields as Fields).filter(([name]) => !/^(shape|ramp|spike|day)/.test(name)));
  const field = strange(own, workload.params, knownOfWorkload);
  return field === null ? null : { code: 'setting', field, of: 'workload', part: null };
}
