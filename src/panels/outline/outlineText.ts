/** The outline as plain text, for a mail, an issue or a note: a list of lists, as Markdown writes them. */

import { healthText } from '../../canvas/healthText.ts';
import { liveStore } from '../../canvas/liveFeed.ts';
import type { NodeHealth } from '../../canvas/pulse.ts';
import { atRest } from '../../canvas/pulse.ts';
import { rateText } from '../../canvas/useRateText.ts';
import { wirePieces } from '../../canvas/wireText.ts';
import type { Design, DesignLink, Id } from '../../design/design.ts';
import { groupParamsOf } from '../../design/groupFields.ts';
import { controlLinks, specOf } from '../../design/wires.ts';
import type { Text } from '../../i18n/text.ts';
import type { OutlinePart } from './outlineTree.ts';
import { outlineTree } from './outlineTree.ts';
import type { OutlineText } from './outlineWords.ts';

/** What a run has to say at a moment. */
export interface OutlineMoment {
  /** Already in words. */
  clock: string;
  health: ReadonlyMap<Id, NodeHealth>;
  numbers: ReadonlyMap<Id, string>;
  rateOf: (link: DesignLink) => string;
}

/** The words of the moment that the canvas shows. */
export const liveMoment = (clock: string, numbers: ReadonlyMap<Id, string>): OutlineMoment => {
  const { health, rates } = liveStore.getState();
  return { clock, health, numbers, rateOf: (link) => rateText(rates.get(link.id)) };
};

export function outlineAsText(design: Design, moment: OutlineMoment, t: Text, words: OutlineText): string {
  const control = controlLinks(design);
  const labels = new Map(design.nodes.map(({ id, label }) => [id, label]));
  const partLines = ({ node, out }: OutlinePart, depth: number): string[] => {
    const indent = '  '.repeat(depth);
    const kind = t.kinds[node.kind].name;
    const health = specOf(node.kind).role === 'source' ? '' : healthText(moment.health.get(node.id) ?? atRest, t);
    const facts = [kind === node.label ? '' : kind, health, moment.numbers.get(node.id) ?? ''].filter(Boolean);
    const wires = out.map((link) => {
      const pieces = control.has(link.id) ? [words.controls] : [moment.rateOf(link), ...wirePieces(design, link, t)];
      return `${indent}  - ${words.wire(labels.get(link.to) ?? '')}: ${pieces.filter(Boolean).join(' · ')}`;
    });
    return [`${indent}- ${node.label}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`, ...wires];
  };
  const { regions, outside } = outlineTree(design);
  const lines = [
    words.textHead(design.title || t.panels.header.untitled, moment.clock),
    words.summary(design.nodes.length, design.links.length),
    '',
  ];
  if (regions.length === 0) return [...lines, ...outside.flatMap((part) => partLines(part, 0))].join('\n');
  if (outside.length > 0) lines.push(`- ${words.outside}`, ...outside.flatMap((part) => partLines(part, 1)));
  for (const { region, groups } of regions) {
    lines.push(`- ${t.common.regions[region]}`);
    for (const { group, parts } of groups) {
      const { zone } = groupParamsOf(group);
      lines.push(`  - ${zone === 'none' ? group.label : words.group(group.label, words.zone(zone))}`);
      lines.push(...parts.flatMap((part) => partLines(part, 2)));
    }
  }
  return lines.join('\n');
}
