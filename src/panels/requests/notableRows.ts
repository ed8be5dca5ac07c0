/** Rows of requests that stand out, as the list shows them. Pure. */

import { NOTABLE } from '../../engine/notable.ts';
import { OUTCOME } from '../../engine/plan.ts';

export interface NotableRequest {
  request: number;
  bornAt: number;
  seconds: number;
  cls: number;
  node: number;
  outcome: number;
  attempts: number;
}

/** `class:3` and `node:0` are the slowest of a class, and of whoever stands at a node. */
export type Wanted = 'slowest' | 'failed' | 'retried' | `class:${number}` | `node:${number}`;

export const mostListed = 50;

/** The slowest of those that are wanted, at most `mostListed`. @param newest frame that counts: the run may have been put back before others */
export function listed(chunks: readonly Float64Array[], wanted: Wanted, newest: number): NotableRequest[] {
  const [what, number] = wanted.split(':');
  const fits = (rows: Float64Array, at: number): boolean => {
    if (what === 'failed') return rows[at + NOTABLE.outcome] !== OUTCOME.ok;
    if (what === 'retried') return rows[at + NOTABLE.attempts] > 0;
    if (what === 'class') return rows[at + NOTABLE.class] === Number(number);
    return what === 'slowest' || rows[at + NOTABLE.node] === Number(number);
  };
  const found: NotableRequest[] = [];
  let least = 0;
  for (const rows of chunks) {
    for (let at = 0; at < rows.length; at += NOTABLE.size) {
      if (rows[at + NOTABLE.frame] > newest || rows[at + NOTABLE.seconds] < least || !fits(rows, at)) continue;
      found.push({
        request: rows[at + NOTABLE.request],
        bornAt: rows[at + NOTABLE.bornAt],
        seconds: rows[at + NOTABLE.seconds],
        cls: rows[at + NOTABLE.class],
        node: rows[at + NOTABLE.node],
        outcome: rows[at + NOTABLE.outcome],
        attempts: rows[at + NOTABLE.attempts],
      });
      if (found.length >= 2 * mostListed) least = keepSlowest(found);
    }
  }
  keepSlowest(found);
  return found;
}

/** @returns the time below which nobody is listed any more */
function keepSlowest(found: NotableRequest[]): number {
  found.sort((a, b) => b.seconds - a.seconds || a.bornAt - b.bornAt);
  found.length = Math.min(found.length, mostListed);
  return found.length === mostListed ? found[mostListed - 1].seconds : 0;
}

/** Classes and places that have requests at all, in order. */
export function groupsIn(chunks: readonly Float64Array[]): { classes: number[]; nodes: number[] } {
  const classes = new Set<number>();
  const nodes = new Set<number>();
  for (const rows of chunks) {
    for (let at = 0; at < rows.length; at += NOTABLE.size) {
      classes.add(rows[at + NOTABLE.class]);
      nodes.add(rows[at + NOTABLE.node]);
    }
  }
  const sorted = (set: Set<number>) => [...set].sort((a, b) => a - b);
  return { classes: sorted(classes), nodes: sorted(nodes) };
}
