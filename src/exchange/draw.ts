/** A sketch as a design of ours: kinds recognised, wires that may exist drawn, everything placed by layers, and a list of what became of it. */

import type { Design, Id } from '../design/design.ts';
import { addGroup, addNode, connect, emptyDesign, setGroupOf, setParam, setTitle } from '../design/edits.ts';
import { fileLimits } from '../design/parse.ts';
import { canConnect, specOf } from '../design/wires.ts';
import { layersOf } from './layers.ts';
import { recognise } from './recognise.ts';
import { regionNamed } from './regionNames.ts';
import type { Finding, Sketch, SketchWire } from './sketch.ts';

export interface Drawn {
  design: Design;
  findings: readonly Finding[];
}

/** Canvas units from a part to the next layer, to its neighbour, and from a box's edge to what is in it. */
const across = 240;
const down = 136;
const margin = 48;

/**
 * @returns a design that parses, though it may lack what a run needs, and what was made of every part and wire
 */
export function drawn(sketch: Sketch): Drawn {
  const findings: Finding[] = sketch.notRead.map(({ line, text }) => ({ what: 'not-read', line, text }));
  const parts = sketch.parts.slice(0, fileLimits.nodes);
  if (parts.length < sketch.parts.length) findings.push({ what: 'too-many', parts: sketch.parts.length, most: fileLimits.nodes });
  let design = setTitle(emptyDesign(), sketch.title);
  const ids = new Map<string, Id>();
  const places = layersOf(parts, sketch.wires);
  for (const part of parts) {
    const { kind, by } = recognise(part);
    const { layer, row } = places.get(part.id) ?? { layer: 0, row: 0 };
    design = addNode(design, kind, { x: layer * across, y: row * down }, { label: part.label });
    const { id } = design.nodes[design.nodes.length - 1];
    const { instancesField } = specOf(kind);
    if (part.instances !== null && instancesField !== null) design = setParam(design, id, instancesField, part.instances);
    ids.set(part.id, id);
    findings.push({ what: 'part', label: part.label, kind, by });
  }
  design = withWires(design, sketch.wires, ids, findings);
  design = withUsers(design, sketch, ids, findings);
  return { design: withBoxes(design, sketch, ids), findings };
}

function withWires(given: Design, wires: readonly SketchWire[], ids: ReadonlyMap<string, Id>, findings: Finding[]): Design {
  let design = given;
  for (const { from, to, isDirected } of wires) {
    const [caller, callee] = [ids.get(from), ids.get(to)];
    if (caller === undefined || callee === undefined) continue;
    const asDrawn = canConnect(design, caller, callee);
    if (asDrawn.ok) {
      design = connect(design, caller, callee);
      continue;
    }
    const labels = { from: labelOf(design, caller), to: labelOf(design, callee) };
    if ((!isDirected || asDrawn.reason.code === 'role') && canConnect(design, callee, caller).ok) {
      // Arrows of drawings also mean "data goes this way"; ours mean who asks whom.
      design = connect(design, callee, caller);
      if (isDirected) findings.push({ what: 'turned', ...labels });
    } else if (asDrawn.reason.code !== 'exists') findings.push({ what: 'no-wire', ...labels, why: asDrawn.reason.code });
  }
  return design;
}

/** Without users nothing happens: they come to what is open to the public, else to what nobody else calls. */
function withUsers(given: Design, sketch: Sketch, ids: ReadonlyMap<string, Id>, findings: Finding[]): Design {
  if (given.nodes.length === 0 || given.nodes.some(({ kind }) => specOf(kind).role === 'source')) return given;
  let design = addNode(given, 'users', { x: -across, y: 0 });
  const users = design.nodes[design.nodes.length - 1].id;
  const isOpen = new Set(sketch.parts.filter(({ isPublic }) => isPublic).map(({ id }) => ids.get(id)));
  const called = new Set(design.links.map(({ to }) => to));
  const may = design.nodes.filter(({ id }) => canConnect(design, users, id).ok);
  const open = may.filter(({ id }) => isOpen.has(id));
  const first = open.length > 0 ? open : may.filter(({ id }) => !called.has(id));
  for (const { id } of first) design = connect(design, users, id);
  findings.push({ what: 'users-added' });
  return design;
}

/** A box with parts in it becomes a region around them; one without is only a word. */
function withBoxes(given: Design, { boxes, parts }: Sketch, ids: ReadonlyMap<string, Id>): Design {
  let design = given;
  for (const box of boxes) {
    const inside = parts.filter((part) => part.box === box.id).flatMap((part) => ids.get(part.id) ?? []);
    const nodes = design.nodes.filter(({ id }) => inside.includes(id));
    if (nodes.length === 0) continue;
    const [left, top] = [Math.min(...nodes.map(({ x }) => x)) - margin, Math.min(...nodes.map(({ y }) => y)) - margin];
    const [right, bottom] = [Math.max(...nodes.map(({ x }) => x)) + across, Math.max(...nodes.map(({ y }) => y)) + down];
    design = addGroup(
      design,
      { x: left, y: top },
      {
        label: box.label,
        region: regionNamed(box.label) ?? 'us-east',
        width: right - left,
        height: bottom - top,
      },
    );
    design = setGroupOf(design, inside, design.groups[design.groups.length - 1].id);
  }
  return design;
}

const labelOf = (design: Design, id: Id): string => design.nodes.find((node) => node.id === id)?.label ?? id;
