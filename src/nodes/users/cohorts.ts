/**
 * The resolvers that people's computers ask, and what each remembers. A cohort is the people behind one resolver: they all get
 * the answer it holds until its time to live is over, and some resolvers keep it longer than told.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { exponential, integerBelow, type Stream, uniform } from '../../engine/luck.ts';
import type { Memory } from '../../engine/memory.ts';

/** What is asked for: the site, or the host its static files come from. A resolver keeps both apart. */
export const NAME = { site: 0, files: 1, count: 2 } as const;

const keepsLonger = 10;

export class Cohorts {
  /** Node answered plus one, per cohort and name; 0 = nothing yet. */
  private answers = new Int32Array(0);
  private expiry = new Float64Array(0);
  /** When the answer should have been forgotten. */
  private due = new Float64Array(0);
  private readonly params: Float64Array;
  private readonly resolvers: number;
  private readonly ignoreTtlShare: number;
  private readonly ignoredTtlSeconds: number;
  private readonly membership: Stream;
  private readonly phases: Stream;
  private readonly habits: Stream;
  private readonly keeping: Stream;

  constructor(ctx: NodeContext, memory: Memory) {
    memory.grows(this as unknown as Record<'answers', Int32Array>, 'answers');
    memory.grows(this as unknown as Record<'expiry' | 'due', Float64Array>, 'expiry', 'due');
    this.params = ctx.net.params;
    this.resolvers = ctx.param('resolvers');
    this.ignoreTtlShare = ctx.param('ignoreTtlShare');
    this.ignoredTtlSeconds = ctx.param('ignoredTtlSeconds');
    this.keeping = ctx.stream('resolver keeping');
    this.membership = ctx.stream('resolver');
    this.phases = ctx.stream('resolver phase');
    this.habits = ctx.stream('resolver habit');
  }

  /** Whose resolver a request's user asks. */
  of(request: number): number {
    return integerBelow(this.membership, request, 0, this.params[this.resolvers]);
  }

  /** The node that a cohort remembers for a name, -1 when it has to ask. */
  recall(cohort: number, name: number, now: number): number {
    const cell = cohort * NAME.count + name;
    return cell < this.answers.length && now < this.expiry[cell] ? this.answers[cell] - 1 : -1;
  }

  /** Whether what a cohort goes by should have been forgotten. */
  isOverdue(cohort: number, name: number, now: number): boolean {
    const cell = cohort * NAME.count + name;
    return cell < this.due.length && now >= this.due[cell] && now < this.expiry[cell];
  }

  /**
   * An answer has come. The first one of a cohort counts as already partly spent, by a share drawn per cohort: a run begins in the
   * midst of these people's life, not with all resolvers asking at once and again all at once a time to live later. An exponential
   * time has no age, so of that nothing is spent.
   * @param request for which it was looked up: the counter of the draw
   */
  remember(cohort: number, name: number, node: number, ttlSeconds: number, now: number, request: number): void {
    const cell = cohort * NAME.count + name;
    if (cell >= this.answers.length) this.grow(cell);
    const left = this.answers[cell] === 0 ? uniform(this.phases, cohort, name) : 1;
    const told = ttlSeconds * left;
    this.answers[cell] = node + 1;
    this.due[cell] = now + told;
    this.expiry[cell] = now + (this.ignores(cohort) ? this.keptSeconds(told, request) : told);
  }

  private ignores(cohort: number): boolean {
    return uniform(this.habits, cohort, 0) * 100 < this.params[this.ignoreTtlShare];
  }

  private keptSeconds(told: number, request: number): number {
    const mean = this.params[this.ignoredTtlSeconds];
    return mean === 0 ? told * keepsLonger : Math.max(told, mean * exponential(this.keeping, request, 0));
  }

  /** Room for as many resolvers as there are now; they can become more while running. */
  private grow(cell: number): void {
    const length = Math.max(cell + 1, this.params[this.resolvers] * NAME.count, this.answers.length);
    const answers = new Int32Array(length);
    answers.set(this.answers);
    this.answers = answers;
    const expiry = new Float64Array(length);
    expiry.set(this.expiry);
    this.expiry = expiry;
    const due = new Float64Array(length);
    due.set(this.due);
    this.due = due;
  }
}
