/** What is asked for: which class a request is of, and which file or row it wants. A pure function of the request's number. */

import type { NodeContext } from '../../engine/behavior.ts';
import { OwnRows } from '../../engine/homes.ts';
import { drawUniform, type Stream } from '../../engine/luck.ts';
import { CLASS } from '../../engine/plan.ts';
import { rankOf, type Zipf, zipf } from '../../engine/zipf.ts';
import type { Demand } from './demand.ts';

/** Classes that come after files and writes in a request's lot; what is left are reads. */
const otherShares = ['feedShare', 'loginShare', 'searchShare', 'uploadShare'] as const;
const otherClasses = [CLASS.feed, CLASS.login, CLASS.search, CLASS.upload] as const;

/**
 * A popularity table, and what it was made for: it is read-only, so it is no state, but it must fit the parameters of the moment, also right
 * after a snapshot from before a change was put back.
 */
class Popularity {
  readonly keys: number;
  readonly skew: number;
  readonly table: Zipf;

  constructor(keys: number, skew: number) {
    this.keys = keys;
    this.skew = skew;
    this.table = zipf(keys, skew);
  }
}

export class Wishes {
  private readonly params: Float64Array;
  private readonly demand: Demand;
  private readonly streams: { readonly cls: Stream; readonly key: Stream; readonly bot: Stream; readonly talk: Stream };
  private readonly mix: { readonly static: number; readonly write: number; readonly others: readonly number[] };
  private readonly files: { readonly keys: number; readonly skew: number };
  private readonly rows: { readonly keys: number; readonly skew: number };
  private readonly own: OwnRows;
  private readonly ownRows: number;
  /** One cell: share of the requests for rows that want the row all talk about. */
  private readonly talkedAbout: Float64Array;
  private readonly talkedRow: number;
  /** One cell: from this percentage on a lot means a read, which most of them do. */
  private readonly readsFrom: Float64Array;
  /** One cell: share of arrivals that are robots. */
  private readonly botShare: Float64Array;
  private fileRanks = new Popularity(1, 0);
  private rowRanks = new Popularity(1, 0);

  constructor(ctx: NodeContext, demand: Demand) {
    this.params = ctx.net.params;
    this.demand = demand;
    this.streams = { cls: ctx.stream('class'), key: ctx.stream('key'), bot: ctx.stream('bot'), talk: ctx.stream('talk') };
    this.talkedAbout = ctx.memory.f64(1);
    this.talkedRow = ctx.param('talkedAbout');
    this.mix = {
      static: ctx.workload('staticShare'),
      write: ctx.workload('writeShare'),
      others: otherShares.map((name) => ctx.workload(name)),
    };
    this.files = { keys: ctx.workload('staticFiles'), skew: ctx.workload('staticSkew') };
    this.own = new OwnRows(ctx);
    this.ownRows = ctx.param('ownRows');
    this.rows = { keys: ctx.workload('keys'), skew: ctx.workload('keySkew') };
    this.readsFrom = ctx.memory.f64(1);
    this.botShare = ctx.memory.f64(1);
    this.changed();
  }

  /** The shares of the classes, and that of robots, may be others. */
  changed(): void {
    const { params, mix } = this;
    let below = params[mix.static] + params[mix.write];
    for (const place of mix.others) below += params[place];
    this.readsFrom[0] = below;
    this.botShare[0] = this.demand.botShare;
  }

  /** Whether what arrives under this number is a robot's request. */
  isBot(request: number): boolean {
    const share = this.botShare[0];
    return share > 0 && drawUniform(this.streams.bot, request, 0).value < share;
  }

  /** Static files by the workload's share or, where the demand is counted by the page, by theirs. */
  classOf(request: number): number {
    const isByRate = !this.demand.isSetByUsers;
    // whatever the lot
    if (isByRate && this.readsFrom[0] <= 0) return CLASS.read;
    const lot = drawUniform(this.streams.cls, request, 0).value;
    if (isByRate) return this.classAt(lot * 100);
    const statics = this.demand.staticShare;
    return lot < statics ? CLASS.static : this.dynamicClassAt((lot - statics) / (1 - statics));
  }

  /** The class of a request that is known to be no static file. */
  dynamicClassOf(request: number): number {
    return this.dynamicClassAt(drawUniform(this.streams.cls, request, 0).value);
  }

  /** Files are 0 to `staticFiles`, rows come after them; within each the smaller number is the more popular. */
  keyOf(cls: number, request: number): number {
    const { params } = this;
    const u = drawUniform(this.streams.key, request, 0).value;
    const files = params[this.files.keys];
    if (cls === CLASS.static) {
      const skew = params[this.files.skew];
      if (this.fileRanks.keys !== files || this.fileRanks.skew !== skew) this.fileRanks = new Popularity(files, skew);
      return rankOf(this.fileRanks.table, u);
    }
    const talked = this.talkedAbout[0];
    // one of the least popular rows: its crowd owes nothing to what was popular before
    if (talked > 0 && drawUniform(this.streams.talk, request, 0).value < talked)
      return files + Math.max(0, params[this.rows.keys] - params[this.talkedRow]);
    const rows = params[this.rows.keys];
    const skew = params[this.rows.skew];
    if (this.rowRanks.keys !== rows || this.rowRanks.skew !== skew) this.rowRanks = new Popularity(rows, skew);
    const row = rankOf(this.rowRanks.table, u);
    return (files + (params[this.ownRows] === 1 ? this.own.of(row, rows) : row)) | 0;
  }

  /** From now on so many requests for rows want one and the same; 0 = as before. */
  flock(share: number): void {
    this.talkedAbout[0] = share;
  }

  /** Robots ask for every row alike: a cache is of little use to them. */
  botKeyOf(request: number): number {
    const { params } = this;
    return params[this.files.keys] + Math.floor(drawUniform(this.streams.key, request, 0).value * params[this.rows.keys]);
  }

  /** @param lot 0 to 1, over the shares of what is not static */
  private dynamicClassAt(lot: number): number {
    const statics = this.params[this.mix.static];
    const cls = this.classAt(statics + lot * (100 - statics));
    return cls === CLASS.static ? CLASS.read : cls;
  }

  /** @param percent 0 to 100, over the shares of all classes */
  private classAt(percent: number): number {
    const { params, mix } = this;
    if (percent >= this.readsFrom[0]) return CLASS.read;
    let below = params[mix.static];
    if (percent < below) return CLASS.static;
    below += params[mix.write];
    if (percent < below) return CLASS.write;
    for (let i = 0; i < otherClasses.length; i++) {
      below += params[mix.others[i]];
      if (percent < below) return otherClasses[i];
    }
    return CLASS.read;
  }
}
