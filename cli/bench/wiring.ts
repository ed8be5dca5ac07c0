/** Designs as lists: parts by kind and parameters, wires by position in the list. */

import type { Design } from '../../src/design/design.ts';
import { addNode, connect, emptyDesign, setLinkParam, setParam } from '../../src/design/edits.ts';
import type { NodeKind } from '../../src/nodes/specs.ts';
import type { Value, Values } from '../../src/schema/fields.ts';

export interface Part {
  kind: NodeKind;
  params: Values;
}

/** A field that clamped what it was given would make another bench of it. */
function hold(what: string, asked: Value, got: Value | undefined): void {
  if (asked !== got) throw new Error(`${what} became ${got}, not ${asked}`);
}

/** @param link parameters of all wires; `over` of single ones, by position */
export function wire(
  parts: readonly Part[],
  wires: readonly (readonly [number, number])[],
  link: Values,
  over: Readonly<Record<number, Values>> = {},
): Design {
  let design = emptyDesign();
  parts.forEach(({ kind, params }, i) => {
    design = addNode(design, kind, { x: i * 240, y: 0 });
    const { id } = design.nodes[i];
    for (const [field, value] of Object.entries(params)) {
      design = setParam(design, id, field, value);
      hold(`${kind}.${field}`, value, design.nodes[i].params[field]);
    }
  });
  wires.forEach(([from, to], i) => {
    design = connect(design, design.nodes[from].id, design.nodes[to].id);
    for (const [field, value] of Object.entries({ ...link, ...over[i] })) {
      design = setLinkParam(design, design.links[i].id, field, value);
      hold(`wire ${i}.${field}`, value, design.links[i].params[field]);
    }
  });
  return design;
}
