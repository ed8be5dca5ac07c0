/**
 * Rows that are somebody's own, and where they live. Populations whose people ask only for their own rows share the rows of the workload
 * out among all populations, by turns: every so many-th row is one population's. A store that was never told of the other regions' rows
 * has those of the people of its own region, and what has been written to it since.
 */

import type { NodeContext } from './behavior.ts';
import type { Ledger } from './ledger.ts';

/** Populations in the order of the plan. */
const populationsOf = (ctx: NodeContext): readonly number[] =>
  ctx.plan.nodes.flatMap((_, node) => (ctx.roleOf(node) === 'source' ? [node] : []));

/** Turns rows that were drawn from all into rows of one population's own. */
export class OwnRows {
  private readonly turn: number;
  private readonly count: number;

  constructor(ctx: NodeContext) {
    const populations = populationsOf(ctx);
    this.turn = populations.indexOf(ctx.node);
    this.count = populations.length;
  }

  /** @param row 0 to `rows - 1` @returns the population's row nearest to it; any where there are fewer rows than populations */
  of(row: number, rows: number): number {
    const own = row - (row % this.count) + this.turn;
    return own < rows ? own : Math.max(0, own - this.count);
  }
}

/** Which rows a store has that holds those of its own region. */
export class Homes {
  private readonly ledger: Ledger;
  /** Per population: 1 when its rows are somewhere else than here. */
  private readonly isElsewhere: Uint8Array;

  constructor(ctx: NodeContext, ledger: Ledger) {
    const { nodes } = ctx.plan;
    const stores = nodes.flatMap((_, node) => (ctx.roleOf(node) === 'store' ? [node] : []));
    const here = nodes[ctx.node].region;
    this.ledger = ledger;
    // people whose region has no store have their rows in every one
    this.isElsewhere = Uint8Array.from(populationsOf(ctx), (population) => {
      const { region } = nodes[population];
      return region !== here && stores.some((store) => nodes[store].region === region) ? 1 : 0;
    });
  }

  /** Whether a row lives in another region and has never been written here. */
  lacks(row: number): boolean {
    const { isElsewhere } = this;
    return isElsewhere.length > 1 && isElsewhere[row % isElsewhere.length] === 1 && this.ledger.newestOf(row) === 0;
  }
}
