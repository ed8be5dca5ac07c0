/** A design as the player draws it: every card and wire with its place, turned where calls run downwards. Pure. */

import type { Design, DesignGroup, DesignLink, DesignNode, Id } from '../../design/design.ts';
import { controlLinks } from '../../design/wires.ts';
import { type Axis, type Box, boxOf, heightFor, shownInstances } from '../cardGeometry.ts';
import { curveText, type Ends, endAngle, shortened, wireCurve } from '../linkCurve.ts';
import type { NodeHealth } from '../pulse.ts';
import { transposed } from './transposed.ts';

export interface SceneCard {
  node: DesignNode;
  instances: number;
  box: Box;
}

export interface SceneWire {
  link: DesignLink;
  ends: Ends;
  /** Of the line and of its arrow head, as SVG writes them. */
  path: string;
  head: string;
  isControl: boolean;
}

export interface Scene {
  axis: Axis;
  cards: readonly SceneCard[];
  wires: readonly SceneWire[];
  groups: readonly DesignGroup[];
}

/** Length of the arrow head; the line ends inside it. */
const headLength = 8;

/** @param health instances that exist in the run count for those of the design */
export function sceneOf(drawn: Design, axis: Axis, health: ReadonlyMap<Id, NodeHealth>): Scene {
  const design = axis === 'down' ? transposed(drawn) : drawn;
  const cards = design.nodes.map((node): SceneCard => {
    const instances = shownInstances(node, health.get(node.id)?.total ?? 0);
    return { node, instances, box: { ...boxOf(node), height: heightFor(instances) } };
  });
  const boxes = new Map(cards.map(({ node, box }) => [node.id, box]));
  const control = controlLinks(design);
  const wires = design.links.flatMap((link): SceneWire[] => {
    const from = boxes.get(link.from);
    const to = boxes.get(link.to);
    if (!from || !to) return [];
    const ends: Ends = { from, to, axis };
    const curve = wireCurve(ends, new Float32Array(8));
    return [
      {
        link,
        ends,
        path: curveText(shortened(curve, headLength - 1)),
        head: `translate(${curve[6]},${curve[7]}) rotate(${endAngle(curve)})`,
        isControl: control.has(link.id),
      },
    ];
  });
  return { axis, cards, wires, groups: design.groups };
}
