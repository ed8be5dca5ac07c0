/** A short way of writing down a design of a prompt: parts on a grid of columns and rows, places drawn round what stands in them. */

import type { Design, Id, RegionId } from '../design/design.ts';
import { type Drawing, draw } from '../library/template.ts';

type DrawnNode = Drawing['nodes'][number];

/** As in a drawing, but for where it stands: `at` counts columns and rows. */
export type SketchedNode = DrawnNode;

export interface Place {
  id: Id;
  label: string;
  region: RegionId;
  params?: NonNullable<Drawing['groups']>[number]['params'];
}

export interface Sketch {
  title: string;
  places: readonly Place[];
  nodes: readonly SketchedNode[];
  links: Drawing['links'];
  workload: NonNullable<Drawing['workload']>;
}

/** Canvas units: of a column and a row, of a card, and of a place's frame round its parts (its name stands on top). */
const column = 256;
const row = 120;
const card = { width: 168, height: 72 } as const;
const frame = { side: 40, top: 64, bottom: 40 } as const;

/** The design that a sketch means. Places without parts are left out. */
export function designOf({ title, places, nodes, links, workload }: Sketch): Design {
  const placed = nodes.map((node): DrawnNode => ({ ...node, at: [node.at[0] * column, node.at[1] * row] }));
  return draw({
    title,
    nodes: placed,
    links,
    workload,
    groups: places.flatMap(({ id, label, region, params }) => {
      const inside = placed.filter(({ group }) => group === id);
      if (inside.length === 0) return [];
      const [lefts, tops] = [inside.map(({ at }) => at[0]), inside.map(({ at }) => at[1])];
      const [left, top] = [Math.min(...lefts), Math.min(...tops)];
      return [
        {
          id,
          label,
          region,
          at: [left - frame.side, top - frame.top] as const,
          size: [
            Math.max(...lefts) - left + card.width + 2 * frame.side,
            Math.max(...tops) - top + card.height + frame.top + frame.bottom,
          ] as const,
          ...(params === undefined ? {} : { params }),
        },
      ];
    }),
  });
}

/** What a candidate has added to what everybody begins with. */
export const added = (given: Sketch, own: Pick<Sketch, 'title' | 'nodes' | 'links'> & Partial<Pick<Sketch, 'places'>>): Design =>
  designOf({
    ...given,
    title: own.title,
    places: [...given.places, ...(own.places ?? [])],
    nodes: [...given.nodes, ...own.nodes],
    links: [...given.links, ...own.links],
  });
