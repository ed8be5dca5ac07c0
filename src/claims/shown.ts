/** Plays a design to its end, and also hands over what the panels of its tools show then. */

import type { Design } from '../design/design.ts';
import type { Business } from '../economy/business.ts';
import { type BoardView, unpackBoard } from '../engine/boardView.ts';
import { type LogView, unpackLogs } from '../engine/logView.ts';
import { type Readings, readingsOf } from '../engine/readings.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { businessOfRun } from '../runner/business.ts';
import { compile } from '../runner/compile.ts';
import { type Cost, costOf } from '../runner/cost.ts';
import { runHeadless } from '../runner/headless.ts';
import { type Summary, summarise } from '../runner/summary.ts';

export interface Shown {
  readings: Readings;
  summary: Summary;
  cost: Cost;
  business: Business | null;
  /** By node id. */
  logs(node: string): LogView;
  board(node: string): BoardView;
  /** Instance slot of the run. */
  slotOf(node: string, instance: number): number;
}

export function playShown(design: Design): Shown {
  const { plan, problems, index } = compile(design);
  if (plan === null) throw new Error(`cannot run: ${problems.map(({ code }) => code).join(', ')}`);
  const { layout, frames, notes, shows } = runHeadless(plan, behaviors);
  const at = (node: string) => plan.nodes.findIndex(({ id }) => id === node);
  const numbers = (node: string): Float64Array => {
    const found = shows.find((each) => each.node === at(node));
    if (!found) throw new Error(`${node} shows nothing`);
    return found.numbers;
  };
  const summary = summarise({ plan, layout, frames, notes });
  return {
    readings: readingsOf(plan, layout, frames, notes),
    summary,
    cost: costOf(design, summary),
    business: businessOfRun(design, layout, frames),
    logs: (node) => unpackLogs(numbers(node)),
    board: (node) => unpackBoard(numbers(node)),
    slotOf: (node, instance) => index.nodes[at(node)].firstSlot + instance,
  };
}
