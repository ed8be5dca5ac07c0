/** What a program says of the services that its requests ask; each kind of part that runs a program has its own way. */

import type { NodeContext } from '../behavior.ts';
import type { Forks } from './forks.ts';
import type { Homes } from './homes.ts';
import type { Doorkeeper, Host, PageMaker } from './steps.ts';

/** What `ask` has sent. */
export const ASKED_FOR = { nothing: 0, one: 1, several: 2 } as const;

export interface Services {
  readonly forks: Forks;
  /** Calls that a request makes at the same time: rows, too, where no cache is asked first. */
  readonly fanOut: number;
  /**
   * A request asks.
   * @param row that its home is looked for
   * @param step one of `SALT`
   * @returns one of `ASKED_FOR`
   */
  ask(call: number, links: readonly number[], row: number, step: number): number;
  /** A call of several has ended. @param links that the request asks @returns one of `JOIN` */
  join(call: number, child: number, isOk: boolean, links: readonly number[]): number;
  /** The time that a request waits for several is over. @returns one of `JOIN` */
  timeIsUp?(call: number): number;
  /** All is asked, or in vain. @returns the outcome to answer with */
  settle(call: number, outcome: number): number;
  measure?(): void;
}

/** What is a kind's own of a program. */
export interface Ways {
  /** Whom its requests ask beside caches, databases and queues. */
  services(ctx: NodeContext, homes: Homes): Services;
  /** Whoever knows its users' sessions. */
  doorkeeper?(ctx: NodeContext, host: Host, maker: PageMaker): Doorkeeper;
  /** A request asks one service that stands in for its database; else every service that is there for it, beside its database. */
  asksOne: boolean;
  /** The field with the chance that a request computes again. */
  againField?: string;
}
