/** People: they arrive, mean to ask for something, find out whom to ask, wait as long as they can bear, and judge the answer. */

import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { integerBelow, type Stream, streamOf } from '../../engine/luck.ts';
import { METER } from '../../engine/network.ts';
import { CLASS, OUTCOME, requestClasses } from '../../engine/plan.ts';
import { firstRecorded } from '../../engine/recording.ts';
import { sendLater } from '../../engine/retries.ts';
import { Arrivals } from './arrivals.ts';
import { Cohorts, NAME } from './cohorts.ts';
import { Crowd } from './crowd.ts';
import { Demand } from './demand.ts';
import { People } from './people.ts';
import { Shape } from './shapes.ts';
import { sentHere, usersSpec } from './spec.ts';
import { Storm } from './storm.ts';
import { type Browser, isFirstOf, Visits } from './visits.ts';
import { Wishes } from './wishes.ts';

/** Timers. */
const ARRIVAL = 0;
const THOUGHT = 1;
const READ = 2;
const RETURN = 3;
const RUSH = 4;

/** What an ended request leads to. */
const AFTER = { nothing: 0, thought: 1, nextPage: 2 } as const;

/** In the order of the spec's faults. */
const FAULT = { crowd: 0, storm: 1, hotKey: 2 } as const;

export const usersBehavior: Behavior = {
  kind: usersSpec.kind,
  fields: usersSpec.fields,
  metrics: usersSpec.metrics,
  faults: usersSpec.faults,
  role: usersSpec.role,
  create: (ctx) => new Users(ctx),
};

class Users implements Actor, Browser {
  private readonly ctx: NodeContext;
  private readonly arrivals: Arrivals;
  private readonly people: People;
  private readonly visits: Visits;
  private readonly wishes: Wishes;
  private readonly crowd: Crowd;
  /** The one of the settings, and the one of faults. */
  private readonly storm: Storm;
  private readonly rush: Storm;
  private readonly cohorts: Cohorts;
  /** One cell: one of `AFTER`. */
  private readonly after: Uint8Array;
  /** Requests under way per class, and all of them. */
  private readonly underWay: Int32Array;
  /** Routes: straight to an edge, to resolvers, and to servers (or to edges where there is no server) that were wired by hand. */
  private readonly edges: readonly number[];
  private readonly resolvers: readonly number[];
  private readonly entries: readonly number[];
  /** Per class, the link that all its requests set out on; -1 where a lot is drawn or a resolver is asked. */
  private readonly onlyLink: Int32Array;
  /** 1 per link that leads to a resolver. */
  private readonly asks: Uint8Array;
  /** Link to a node, -1 when there is none; the one after the last node is nobody, at an address that a wrong record names. */
  private readonly linkTo: Int32Array;
  /** Per link, the meter of requests sent into the region at its end; -1 = into none. */
  private readonly sentTo: Int32Array;
  /** Static files have a name of their own when the resolver leads to an edge. */
  private readonly filesHaveName: boolean;
  private readonly entry: Stream;
  private readonly patience: number;
  /** Of one population among several it is told apart how long its answers took. */
  private readonly isOneOfSeveral: boolean;
  private readonly connectRoundTrips: number;
  /** What is handed to `go` and `end`: a number handed to a long function would be an object each time. */
  private readonly meantAt = new Float64Array(1);
  private readonly metrics: {
    readonly offered: number;
    readonly served: number;
    readonly staleReads: number;
    readonly lookups: number;
    readonly retries: number;
    readonly stragglers: number;
  };

  constructor(ctx: NodeContext) {
    const { plan } = ctx;
    const natShare = ctx.param('natShare');
    this.ctx = ctx;
    const shape = new Shape(ctx);
    this.crowd = new Crowd(ctx);
    this.arrivals = new Arrivals(ctx, ARRIVAL, shape, this.crowd);
    const demand = new Demand(ctx);
    this.people = new People(ctx, THOUGHT, shape, this.crowd);
    this.visits = new Visits(ctx, READ, shape, this.crowd, this);
    this.wishes = new Wishes(ctx, demand);
    this.storm = new Storm(ctx, RETURN);
    this.rush = new Storm(ctx, RUSH, 'rush');
    this.cohorts = new Cohorts(ctx, ctx.memory);
    this.after = ctx.memory.u8(1);
    this.underWay = ctx.memory.i32(requestClasses.length + 1);
    const drawn = (role: string) => ctx.linksTo(role).filter((link) => plan.links[link].via === null);
    this.resolvers = ctx.linksTo('resolver');
    this.edges = drawn('edge');
    this.entries = drawn('server').length > 0 ? drawn('server') : this.edges;
    this.onlyLink = Int32Array.from(requestClasses, (_, cls) => {
      const ways = cls === CLASS.static && this.edges.length > 0 ? this.edges : this.resolvers.length > 0 ? [] : this.entries;
      return ways.length === 1 ? ways[0] : -1;
    });
    const places = Object.keys(sentHere).map((name) => ctx.metric(name));
    this.sentTo = Int32Array.from(plan.links, ({ to }) => places[plan.nodes[to].region] ?? -1);
    this.filesHaveName = ctx.linksTo('edge').length > this.edges.length;
    this.asks = new Uint8Array(plan.links.length);
    for (const link of this.resolvers) this.asks[link] = 1;
    this.linkTo = new Int32Array(plan.nodes.length + 1).fill(-1);
    for (const link of ctx.links) this.linkTo[plan.links[link].to] = link;
    ctx.net.sessions.join({
      firstNumbers: [streamOf('requests', ctx.id).k0, firstRecorded(ctx.id)],
      stream: ctx.stream('sessions'),
      users: () => demand.dailyUsers,
      behindOneAddress: () => ctx.net.params[natShare] / 100,
    });
    this.entry = ctx.stream('entry');
    this.patience = ctx.param('patienceSeconds');
    this.isOneOfSeveral = plan.nodes.filter(({ kind }) => kind === plan.nodes[ctx.node].kind).length > 1;
    this.connectRoundTrips = ctx.param('connectRoundTrips');
    this.metrics = {
      offered: ctx.metric('offered'),
      served: ctx.metric('served'),
      staleReads: ctx.metric('staleReads'),
      lookups: ctx.metric('lookups'),
      retries: ctx.metric('retries'),
      stragglers: ctx.metric('stragglers'),
    };
  }

  start(): void {
    this.takeParams();
    this.arrivals.start();
    this.people.gather(0);
    this.visits.gather();
    this.storm.plan();
  }

  changed(): void {
    this.takeParams();
    this.wishes.changed();
    this.arrivals.changed();
    this.people.gather(this.waiting());
    this.visits.gather();
    this.storm.plan();
  }

  private takeParams(): void {
    this.after[0] = this.people.haveTimers ? AFTER.thought : this.visits.areOn ? AFTER.nextPage : AFTER.nothing;
  }

  wake(code: number, timer: number): void {
    const isUp = this.ctx.net.instances.isUp(this.ctx.firstSlot);
    // people who are cut off (crashed or hung) do not ask; their numbers are spent, so that the others' luck stays
    if (code === ARRIVAL) {
      for (let coming = this.arrivals.ring(timer, this.waiting()); coming > 0; coming--) {
        const request = this.arrivals.number();
        if (isUp) this.come(request);
      }
    } else this.wakeOther(code, timer, isUp);
  }

  private wakeOther(code: number, timer: number, isUp: boolean): void {
    if (code === THOUGHT) {
      if (!this.people.ring(this.waiting())) return;
      if (isUp) this.begin(this.arrivals.number());
      else this.people.answered(this.waiting());
      return;
    }
    if (code === READ) {
      this.visits.ring(timer);
      return;
    }
    for (let coming = (code === RETURN ? this.storm : this.rush).ring(timer); coming > 0; coming--) {
      const request = this.arrivals.number();
      if (isUp) this.send(CLASS.login, this.wishes.keyOf(CLASS.login, request), request, request);
    }
  }

  /** A flash crowd comes, clients that had lost their connections come back, or all want the same row. */
  struck(fault: number, _slot: number, value: number): void {
    if (fault === FAULT.storm) this.rush.breakOut(value);
    else if (fault === FAULT.hotKey) this.wishes.flock(value / 100);
    else {
      this.crowd.gather(value);
      this.arrivals.crowded();
    }
  }

  mended(fault: number): void {
    if (fault === FAULT.hotKey) this.wishes.flock(0);
    else {
      this.crowd.disperse();
      this.arrivals.crowded();
    }
  }

  recovered(): void {
    this.visits.gather();
  }

  measure(): void {
    this.visits.measure();
  }

  private waiting(): number {
    return this.underWay[requestClasses.length];
  }

  /** Users are asked by nobody. */
  receive(call: number): void {
    this.ctx.net.reply(call, OUTCOME.error);
  }

  /** A lookup has its answer, and the request goes on; or the request itself has come to its end. */
  returned(_parent: number, child: number, outcome: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    const cls = calls.cls[child];
    const session = calls.session[child];
    this.meantAt[0] = calls.bornAt[child];
    if (this.asks[calls.link[child]] === 0 || outcome !== OUTCOME.ok) {
      this.end(cls, outcome, calls.request[child], calls.attempt[child], session, calls.stale[child] === 1);
      return;
    }
    const request = calls.request[child];
    const node = calls.scratch[child];
    this.cohorts.remember(this.cohorts.of(session), this.nameOf(cls), node, calls.memo[child], net.now, request);
    this.go(this.linkTo[node], cls, calls.key[child], request, session);
  }

  /** A request will be tried again; another try at a lookup is none at the request. */
  failed(call: number): void {
    const { calls, meters } = this.ctx.net;
    if (this.asks[calls.link[call]] === 0) meters.values[this.metrics.retries]++;
  }

  /** A lookup says anew through which resolver it comes: the answer that got lost may stand where that was. */
  again(call: number): void {
    const { calls } = this.ctx.net;
    if (this.asks[calls.link[call]] === 1) calls.memo[call] = this.cohorts.of(calls.session[call]);
  }

  /** Nobody is left to hear the answers: all that was under way has failed. */
  crashed(): void {
    const { net } = this.ctx;
    for (let cls = 0; cls < requestClasses.length; cls++) {
      for (let n = this.underWay[cls]; n > 0; n--) {
        this.meantAt[0] = net.now;
        this.end(cls, OUTCOME.error, -1, 0, -1, false);
      }
    }
    this.visits.crashed();
  }

  /** Somebody comes under a number: with a request, or with a whole session of them. */
  private come(request: number): void {
    if (this.wishes.isBot(request)) this.send(CLASS.read, this.wishes.botKeyOf(request), request, request);
    else if (this.after[0] === AFTER.nextPage && !this.arrivals.areRecorded) this.visits.begin(request);
    else this.begin(request);
  }

  /** A request by itself: its session is its own. */
  private begin(request: number): void {
    const cls = this.wishes.classOf(request);
    this.send(cls, this.wishes.keyOf(cls, request), request, request);
  }

  ask(cls: number, request: number, session: number): void {
    this.send(cls, this.wishes.keyOf(cls, request), request, session);
  }

  dynamicClassOf(request: number): number {
    return this.wishes.dynamicClassOf(request);
  }

  number(): number {
    return this.arrivals.number();
  }

  private send(cls: number, key: number, request: number, session: number): void {
    const { net, firstSlot } = this.ctx;
    const { meters } = net;
    net.audience.offer(cls);
    net.follower?.meant(request, cls, this.ctx.node);
    this.underWay[cls]++;
    this.underWay[requestClasses.length]++;
    meters.values[this.metrics.offered]++;
    meters.values[METER.arrived * net.instances.count + firstSlot]++;
    meters.shift(METER.inside * net.instances.count + firstSlot, 1);
    this.meantAt[0] = net.clock.now;
    const link = this.onlyLink[cls];
    if (link >= 0) this.go(link, cls, key, request, session);
    else this.route(cls, key, request, session);
  }

  /** Static requests go to an edge where one is wired; the rest where the resolver says, or to one of the entries. */
  private route(cls: number, key: number, request: number, session: number): void {
    if (cls === CLASS.static && this.edges.length > 0) {
      this.go(this.oneOf(this.edges, session), cls, key, request, session);
      return;
    }
    if (this.resolvers.length === 0) {
      this.go(this.oneOf(this.entries, session), cls, key, request, session);
      return;
    }
    const { now } = this.ctx.net;
    const cohort = this.cohorts.of(session);
    const node = this.cohorts.recall(cohort, this.nameOf(cls), now);
    if (node >= 0) {
      if (this.cohorts.isOverdue(cohort, this.nameOf(cls), now)) this.ctx.net.meters.values[this.metrics.stragglers]++;
      this.go(this.linkTo[node], cls, key, request, session);
      return;
    }
    // the lookup carries class, key and number of the request it is made for: nothing else needs to remember them
    this.ctx.net.meters.values[this.metrics.lookups]++;
    this.go(this.resolvers[cohort % this.resolvers.length], cls, key, request, session);
  }

  /** Sends the request, or the lookup before it. Its time counts from when it was meant (`meantAt`), lookup included. */
  private go(link: number, cls: number, key: number, request: number, session: number): void {
    const { net, firstSlot } = this.ctx;
    if (link < 0) {
      this.end(cls, OUTCOME.refused, request, 0, session, false);
      return;
    }
    const connecting = this.connectsFor(link, request, session);
    const call =
      connecting === 0
        ? net.send(link, firstSlot, -1, -1, cls, key, request, 0)
        : sendLater(net, link, firstSlot, cls, key, request, connecting * 2 * net.links.delaySeconds[link]);
    const bornAt = this.meantAt[0];
    net.calls.bornAt[call] = bornAt;
    net.calls.session[call] = session;
    if (this.asks[link] === 1) net.calls.memo[call] = this.cohorts.of(session);
    else if (this.sentTo[link] >= 0) net.meters.values[this.sentTo[link]]++;
    // never in the past: patience may have been shortened meanwhile
    net.calls.giveUpAt[call] = Math.max(net.clock.now, bornAt + net.params[this.patience]);
    if (connecting === 0) net.limit(call);
  }

  /** Round trips that a request waits for its connection: the first of a visitor's does. */
  private connectsFor(link: number, request: number, session: number): number {
    const roundTrips = this.ctx.net.params[this.connectRoundTrips];
    return roundTrips === 0 || this.asks[link] === 1 || !isFirstOf(session, request) ? 0 : roundTrips;
  }

  /** Books the end of a request that was meant at `meantAt`. A failure counts as having taken all of the user's patience; a limit's refusal is none. */
  private end(cls: number, outcome: number, request: number, attempts: number, session: number, stale: boolean): void {
    const { net, node, firstSlot } = this.ctx;
    const { meters } = net;
    const slots = net.instances.count;
    const took = net.now - this.meantAt[0];
    const seconds = outcome === OUTCOME.ok || outcome === OUTCOME.limited ? took : Math.max(took, net.params[this.patience]);
    net.audience.end(cls, outcome, seconds, stale);
    if (request >= 0) {
      net.notable.seconds[0] = seconds;
      this.note(cls, outcome, request, attempts, stale);
    }
    net.response.add(node, seconds);
    if (this.isOneOfSeveral && outcome !== OUTCOME.limited) net.audience.partTimes.add(node, cls, seconds);
    this.underWay[cls]--;
    this.underWay[requestClasses.length]--;
    meters.values[(outcome === OUTCOME.ok ? METER.completed : METER.failed) * slots + firstSlot]++;
    meters.shift(METER.inside * slots + firstSlot, -1);
    if (outcome === OUTCOME.ok) meters.values[this.metrics.served]++;
    if (stale && outcome === OUTCOME.ok && (cls === CLASS.read || cls === CLASS.feed)) meters.values[this.metrics.staleReads]++;
    if (this.after[0] === AFTER.thought) this.people.answered(this.waiting());
    else if (this.after[0] === AFTER.nextPage) this.visits.ended(session, cls, outcome);
  }

  /** For whoever wants to look into single requests. Its time stands in `notable.seconds`: a fraction handed over would be an object. */
  private note(cls: number, outcome: number, request: number, attempts: number, stale: boolean): void {
    const { notable, follower } = this.ctx.net;
    notable.bornAt[0] = this.meantAt[0];
    notable.offer(request, cls, this.ctx.node, outcome, attempts);
    follower?.ended(request, outcome, notable.seconds[0], stale);
  }

  private nameOf(cls: number): number {
    return cls === CLASS.static && this.filesHaveName ? NAME.files : NAME.site;
  }

  private oneOf(links: readonly number[], session: number): number {
    if (links.length < 2) return links.length === 0 ? -1 : links[0];
    return links[integerBelow(this.entry, session, 0, links.length)];
  }
}
