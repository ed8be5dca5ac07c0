/** What a program hands on: jobs to a queue or straight to workers, files to an object storage, news to a search index. */

import { ASK, jobMemo } from '../asks.ts';
import type { NodeContext } from '../behavior.ts';
import { type Stream, uniform } from '../luck.ts';
import type { Network } from '../network.ts';
import { CLASS } from '../plan.ts';
import type { Homes } from './homes.ts';
import { SALT, saltOfStep } from './salts.ts';

export class Handing {
  readonly files: readonly number[];
  readonly indexes: readonly number[];
  /** Queues; where there are none, workers who do the job while the request waits. */
  private readonly takers: readonly number[];
  private readonly net: Network;
  private readonly homes: Homes;
  private readonly jobs: Stream;
  private readonly jobShare: number;

  constructor(ctx: NodeContext, homes: Homes) {
    const queues = ctx.linksTo('queue');
    this.net = ctx.net;
    this.homes = homes;
    this.takers = queues.length > 0 ? queues : ctx.linksTo('consumer');
    this.files = ctx.linksTo('files');
    this.indexes = ctx.linksTo('index');
    this.jobs = ctx.stream('jobs');
    this.jobShare = ctx.param('jobShare');
  }

  get takesJobs(): boolean {
    return this.takers.length > 0;
  }

  /** Whether the request leaves a job: an upload is one, of writes a share does. */
  leavesJob(call: number): boolean {
    if (!this.takesJobs) return false;
    const { calls, params } = this.net;
    return calls.cls[call] === CLASS.upload || uniform(this.jobs, calls.request[call], 0) * 100 < params[this.jobShare];
  }

  sendJob(call: number): void {
    const { calls } = this.net;
    const request = calls.request[call];
    const child = this.send(call, this.homes.home(this.takers, request), CLASS.job, SALT.publish);
    // to a worker it is the same job however often it is sent
    calls.memo[child] = jobMemo(request, false);
  }

  /** Fetches the request's file, or stores what came with it. @param what one of `ASK` */
  askFile(call: number, what: number): void {
    const { calls } = this.net;
    const child = this.send(call, this.homes.home(this.files, calls.key[call]), calls.cls[call], SALT.file);
    calls.scratch[child] = what;
  }

  /** A row has changed; nobody waits until it can be found. */
  tellIndexes(call: number): void {
    const { calls } = this.net;
    for (const link of this.indexes) {
      const salt = saltOfStep(this.net, call, SALT.indexing);
      const news = this.net.tell(link, calls.to[call], CLASS.write, calls.key[call], calls.request[call], salt);
      calls.scratch[news] = ASK.write;
    }
  }

  private send(call: number, link: number, cls: number, step: number): number {
    const { calls } = this.net;
    const salt = saltOfStep(this.net, call, step);
    return this.net.send(link, calls.to[call], call, -1, cls, calls.key[call], calls.request[call], salt);
  }
}
