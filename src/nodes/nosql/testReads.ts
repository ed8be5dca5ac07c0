/**
 * A test that runs beside the traffic: every write that another store acknowledges is read here some time later, with this store's own
 * quorum, and counted if it is not there (as Netflix tested its two regions: domain.md V1). The reads are real and cost what reads cost.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { Chain } from '../../engine/chain.ts';
import { longer } from '../../engine/memory.ts';

const ints = ['row', 'write', 'request'] as const;

export class TestReads {
  row = new Int32Array(0);
  /** The write that should be there by then. */
  write = new Int32Array(0);
  request = new Int32Array(0);
  private dueAt = new Float64Array(0);
  private readonly ctx: NodeContext;
  private readonly timer: number;
  /** In order of their moments. */
  private readonly line: Chain;
  private readonly unused: Chain;
  private readonly afterMs: number;
  private readonly metrics;

  /** @param timer the code of the store's own timer that is to take `due` tests */
  constructor(ctx: NodeContext, timer: number) {
    this.ctx = ctx;
    this.timer = timer;
    this.line = new Chain(ctx.memory);
    this.unused = new Chain(ctx.memory);
    this.afterMs = ctx.param('testReadMs');
    this.metrics = { reads: ctx.metric('testReads'), missing: ctx.metric('testReadsMissing') };
    ctx.memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    ctx.memory.grows(this as unknown as Record<'dueAt', Float64Array>, 'dueAt');
  }

  /** A write has been acknowledged elsewhere: it is to be looked for here, if tests are on. */
  expect(row: number, write: number, request: number): void {
    const { net, node } = this.ctx;
    if (net.params[this.afterMs] === 0) return;
    if (this.unused.first < 0) this.grow();
    const test = this.unused.first;
    this.unused.remove(test);
    this.row[test] = row;
    this.write[test] = write;
    this.request[test] = request;
    const dueAt = net.now + net.params[this.afterMs] / 1000;
    this.dueAt[test] = dueAt;
    // how long they wait may have changed
    let place = this.line.last;
    while (place >= 0 && this.dueAt[place] > dueAt) place = this.line.previous(place);
    this.line.insert(test, place);
    if (place < 0) net.wake(node, this.timer, 0, dueAt);
  }

  /** Takes the next test whose moment has come. @returns -1 = none has; its numbers stay readable until the next is expected */
  take(): number {
    const test = this.line.first;
    if (test < 0) return -1;
    const { now } = this.ctx.net;
    if (this.dueAt[test] > now) {
      this.ctx.net.wake(this.ctx.node, this.timer, 0, this.dueAt[test]);
      return -1;
    }
    this.line.remove(test);
    this.unused.append(test);
    return test;
  }

  count(isThere: boolean): void {
    this.ctx.net.meters.values[this.metrics.reads]++;
    if (!isThere) this.ctx.net.meters.values[this.metrics.missing]++;
  }

  private grow(): void {
    const before = this.row.length;
    const length = Math.max(64, before * 2);
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    this.dueAt = longer(this.dueAt, new Float64Array(length));
    for (let test = before; test < length; test++) this.unused.append(test);
  }
}
