/** A design as a Mermaid flowchart, which READMEs, wikis and notebooks draw by themselves. Reading it back gives the same parts, wires and boxes. */

import type { Design, DesignGroup, DesignNode } from '../design/design.ts';
import { specOf } from '../design/wires.ts';

/** Data stands in cylinders; everything else in boxes. */
const bracketsOf = ({ kind }: DesignNode): readonly [string, string] => (specOf(kind).category === 'data' ? ['[(', ')]'] : ['[', ']']);

/** In quotes nothing closes a bracket; what would end the quotes is written as an entity. */
const quoted = (label: string): string =>
  `"${label
    .replace(/&/g, '#amp;')
    .replace(/"/g, '#quot;')
    .replace(/[\r\n]+/g, ' ')}"`;

/** `end` alone closes a subgraph, and a dash may be read as a line. */
const nameOf = (id: string): string => `n_${id.replace(/-/g, '_')}`;

function nodeLine(node: DesignNode): string {
  const [open, close] = bracketsOf(node);
  const { instancesField } = specOf(node.kind);
  const count = instancesField === null ? 1 : Number(node.params[instancesField]);
  return `${nameOf(node.id)}${open}${quoted(count > 1 ? `${node.label} ×${count}` : node.label)}${close}`;
}

/** @returns text that ends with a line break */
export function writeMermaid(design: Design): string {
  const inside = (group: DesignGroup | null): string[] => design.nodes.filter((node) => node.group === (group?.id ?? null)).map(nodeLine);
  const boxes = design.groups.flatMap((group) => [
    `  subgraph ${nameOf(group.id)} [${quoted(group.label)}]`,
    ...inside(group).map((each) => `    ${each}`),
    '  end',
  ]);
  const loose = inside(null).map((each) => `  ${each}`);
  const wires = design.links.map(({ from, to }) => `  ${nameOf(from)} --> ${nameOf(to)}`);
  const title = design.title.replace(/[\r\n]+/g, ' ').trim();
  const front = title === '' ? [] : ['---', `title: ${JSON.stringify(title)}`, '---'];
  return `${[...front, 'flowchart LR', ...loose, ...boxes, ...wires].join('\n')}\n`;
}
