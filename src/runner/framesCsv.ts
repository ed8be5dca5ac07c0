/** Every frame of a run as a table for spreadsheets: all columns, in full precision, the same from the page and from anywhere else. */

import { type Cell, toCsv } from '../design/csvText.ts';
import type { Column, Frame, FrameLayout } from '../engine/frame.ts';

/**
 * One row per frame: its beginning and end in simulated seconds, then one cell per column, empty where there was nothing to measure.
 * @param nameOf what a node is called, by plan index
 * @param linkOf what a wire is called, by plan index
 * @param isShown which nodes may be looked into; columns of others are left out
 */
export function framesCsv(
  layout: FrameLayout,
  frames: readonly Frame[],
  nameOf: (node: number) => string,
  linkOf: (link: number) => string,
  isShown: (node: number) => boolean = () => true,
): string {
  const shown = layout.columns.flatMap(({ scope, node }, at) => (scope === 'run' || scope === 'link' || isShown(node) ? [at] : []));
  const header = ['start (s)', 'end (s)', ...shown.map((at) => headOf(layout.columns[at], nameOf, linkOf))];
  const rows = frames.map(({ start, end, values }): Cell[] => [start, end, ...shown.map((at) => (values[at] === -1 ? null : values[at]))]);
  return toCsv(header, rows);
}

function headOf(
  { scope, node, instance, link, metric }: Column,
  nameOf: (node: number) => string,
  linkOf: (link: number) => string,
): string {
  if (scope === 'run') return metric;
  if (scope === 'link') return `${linkOf(link ?? -1)}: ${metric}`;
  return instance < 0 ? `${nameOf(node)}: ${metric}` : `${nameOf(node)} #${instance + 1}: ${metric}`;
}
