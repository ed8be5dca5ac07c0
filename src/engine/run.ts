/**
 * A run: a plan, a seed and the acts that come to it, played out in simulated time. It does not know who is looking, how fast
 * the clock on the wall goes, or in how many slices it is advanced: none of that changes a byte of its frames.
 */

import { Agenda } from './agenda.ts';
import { Audience } from './audience.ts';
import type { Actor, Behavior, NodeContext } from './behavior.ts';
import { Breakdowns, mishapPlaces } from './breakdowns.ts';
import { Calls, TooManyCalls } from './calls.ts';
import { Errors } from './errors.ts';
import { playEvents } from './events.ts';
import { Fates } from './fates.ts';
import { Fleet } from './fleet.ts';
import { Follower, type FollowWish } from './follow/follower.ts';
import type { Frame, FrameLayout, Note } from './frame.ts';
import { FrameWriter, placeMetrics } from './frames.ts';
import { Instances } from './instances.ts';
import { Journal } from './journal.ts';
import { lifePlaces } from './lifePlaces.ts';
import { noTime, type RunEnd, type RunLimits, runEnds, usualLimits } from './limits.ts';
import { linkMeterCount } from './linkMetrics.ts';
import { Links } from './links.ts';
import { streamOf } from './luck.ts';
import { Memory, type Snapshot } from './memory.ts';
import { Meters } from './meters.ts';
import { Moments } from './moments.ts';
import { METER, Network } from './network.ts';
import { type Plan, type PlanAct, workloadParams } from './plan.ts';
import { Policies } from './policies.ts';
import { isPolicy, isPolicyField } from './policyFields.ts';
import { Sessions } from './sessions.ts';
import { Strikes } from './strikes.ts';
import { nextActTime, type TimedAct, Timeline } from './timeline.ts';
import { Tracer } from './tracer.ts';
import { Waits } from './waits.ts';

export interface Run {
  readonly layout: FrameLayout;
  /** Simulated seconds. */
  now(): number;
  /** At the plan's end, or ended before it (see `ended`). */
  finished(): boolean;
  /** Why it ended before the plan's end, null when it did not. What was measured until then is good. */
  ended(): RunEnd | null;
  /**
   * Plays until simulated time `until` (or the plan's end) or until `maxEvents` events have happened, whichever is first.
   * @returns how many events happened
   */
  advance(until: number, maxEvents: number): number;
  /** Plays one event, closing frames on the way to it. */
  stepEvent(): void;
  /** The first moment a live act may be stamped with: the next whole millisecond after now. */
  nextActTime(): number;
  /** Adds an act that is not in the plan. `act.at` must lie after now; throws otherwise. */
  act(act: PlanAct): void;
  /** Forgets acts that came by `act`, lie ahead, and later than `after` where one is given (the run was put back before them). Returns whether there were any. */
  forgetActsAhead(after?: number): boolean;
  /** Frames closed since the last call, oldest first. */
  takeFrames(): Frame[];
  /** What has been of the frame that has not ended, see `FrameWriter.read`; null where it begins now. Reads only. */
  frameSoFar(): Frame | null;
  takeNotes(): Note[];
  takeSamples(): Float64Array;
  /** Rows of `NOTABLE.size`: the requests of closed frames that stand out, since the last call. */
  takeNotable(): Float64Array;
  /** One request in `every` leaves samples, 0 none. */
  setSampling(every: number): void;
  /** What the panels of parts show beside frames, by node; those that show nothing are left out. */
  shows(): { node: number; numbers: Float64Array }[];
  /**
   * Rows of `glanceRow` per instance slot: exists, health, slow factor, utilization of late, queue now, inside now, primary, phase of
   * its life (0 in service or not there, 1 booting, 2 draining, 3 standing by), version.
   */
  glance(into: Float32Array): void;
  readonly slots: number;
  /** Everything the run can change, as a copy; `restore` puts it back, and playing on equals never having stopped. */
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  /** `snapshot` in pieces of about so many bytes; the run must stand still until the last. */
  photograph(pieceBytes: number): Generator<undefined, Snapshot>;
  /**
   * Waiting times before service at one node from now on (of a kind that serves in several steps, before each step). For checks
   * against theory; changes no frame. One node at a time: listening to another ends this.
   */
  listen(node: number): Waits;
  /** Writes down requests that begin from now on, see `follow/`. Changes no frame; following others ends this. */
  follow(wish: FollowWish): Follower;
  /** For tests and the bench: what the run's state takes, in bytes. */
  bytes(): number;
  /** For tests and the bench: calls under way. */
  callsAlive(): number;
}

/** Numbers per instance slot in a glance. */
export const glanceRow = 9;

/** Events that are counted without a look up: a whole number that is small to every compiler. */
const mostInOneGo = 1 << 29;

/**
 * @param plan what `runner/compile.ts` made of a design
 * @param behaviors all kinds, indexed as `PlanNode.kind`
 */
export function createRun(plan: Plan, behaviors: readonly Behavior[], limits: RunLimits = usualLimits): Run {
  const memory = new Memory();
  const clock = new Moments(memory);
  const calls = new Calls(memory, limits.calls);
  const agenda = new Agenda(memory, clock, calls);
  const instances = new Instances(memory, plan);
  const places = placeMetrics(plan, behaviors, instances.count);
  let nextMeter = places.total;
  const linkMeters = plan.links.map(({ policy }) => {
    if (!isPolicy(policy)) return -1;
    nextMeter += linkMeterCount;
    return nextMeter - linkMeterCount;
  });
  const meters = new Meters(memory, clock, nextMeter);
  const links = new Links(memory, calls, plan);
  const journal = new Journal(clock);
  const tracer = new Tracer(calls);
  const audience = new Audience(memory, plan.nodes.length);
  const sessions = new Sessions(memory);

  const paramPlaces: ReadonlyMap<string, number>[] = [];
  let paramCount = 0;
  for (const node of plan.nodes) {
    paramPlaces.push(new Map(Object.keys(behaviors[node.kind].fields).map((name, i) => [name, paramCount + i])));
    paramCount += node.params.length;
  }
  const workloadPlace = paramCount;
  const params = memory.f64(paramCount + plan.workload.params.length);
  params.set([...plan.nodes.flatMap((node) => node.params), ...plan.workload.params]);

  const net = new Network({
    memory,
    clock,
    agenda,
    calls,
    links,
    instances,
    errors: new Errors(memory, plan, calls, instances),
    meters,
    audience,
    sessions,
    journal,
    tracer,
    params,
    nodes: plan.nodes.length,
  });
  const spreads = plan.nodes.map(({ kind }) => behaviors[kind].role === 'server');
  net.policies = new Policies(memory, plan, net, plan.nodes.length + 2, linkMeters, spreads);
  const breakdowns = new Breakdowns(memory, plan, net, paramPlaces.map(mishapPlaces), limits.breakdownNotes);
  const fleet = new Fleet(memory, plan, net, paramPlaces.map(lifePlaces), plan.nodes.length + 1, breakdowns);
  const fates = new Fates(memory, plan, net, plan.nodes.length + 3, (slot) => breakdowns.takenOver(slot));
  const own = plan.nodes.map((node, n) => behaviors[node.kind].create(contextOf(n)));
  const actors: Actor[] = [...own, breakdowns, fleet, net.policies, fates];
  net.actors = actors;
  const writer = new FrameWriter(memory, net, plan, behaviors, places);

  let frames: Frame[] = [];
  const timeline = new Timeline(plan.acts, clock);
  const strikes = new Strikes(memory, plan, behaviors, net, (slot) => breakdowns.takenOver(slot));
  const frameEnd = () => Math.min((clock.frameIndex + 1) * plan.frameSeconds, plan.seconds);

  function contextOf(node: number): NodeContext {
    const id = plan.nodes[node].id;
    const own: number[] = [];
    plan.links.forEach((link, l) => {
      if (link.from === node) own.push(l);
    });
    const place = (places: ReadonlyMap<string, number>, name: string) => {
      const at = places.get(name);
      if (at === undefined) throw new Error(`${behaviors[plan.nodes[node].kind].kind} has no "${name}"`);
      return at;
    };
    return {
      node,
      id,
      memory,
      net,
      plan,
      workloadPlace,
      firstSlot: instances.first[node],
      slots: plan.nodes[node].slots,
      links: own,
      // no getter: from the second object with one on, compilers take such a literal for a dictionary, and read all of it slowly
      fleet,
      linksTo: (role) => own.filter((l) => behaviors[plan.nodes[plan.links[l].to].kind].role === role),
      roleOf: (other) => behaviors[plan.nodes[other].kind].role,
      stream: (purpose) => streamOf(plan.seed, id, purpose),
      param: (name) => place(paramPlaces[node], name),
      workload: (name) => workloadPlace + workloadParams.indexOf(name),
      metric: (name) => place(places.of[node], name),
    };
  }

  function apply(act: TimedAct): void {
    switch (act.act) {
      case 'param':
        params[[...paramPlaces[act.node].values()][act.field]] = act.value;
        actors[act.node].changed?.();
        breakdowns.changed();
        journal.note('change', act.node, -1, act.value);
        return;
      case 'workload':
        params[workloadPlace + act.field] = act.value;
        for (const actor of actors) actor.changed?.();
        journal.note('change', -1, -1, act.value);
        return;
      case 'link':
        if (isPolicyField(act.field)) net.policies.set(act.link, act.field, act.value);
        else links[act.field][act.link] = act.value;
        links.changed(act.link);
        actors[links.from[act.link]].changed?.();
        journal.note('change', links.to[act.link], -1, act.value);
        return;
      case 'instances': {
        const count = Math.min(act.count, plan.nodes[act.node].slots);
        fleet.setByHand(act.node, count);
        for (const actor of actors) actor.changed?.();
        journal.note('change', act.node, -1, count);
        return;
      }
      case 'end':
        strikes.end(act.of, timeline.since(act.of));
        return;
      default:
        strikes.apply(act);
    }
  }

  function closeFrame(edge: number): void {
    clock.now = edge;
    net.notable.turn(clock.frameIndex);
    frames.push(writer.close(clock.frameIndex, clock.frameStart));
    clock.frameIndex++;
    clock.frameStart = edge;
  }

  /** Moves the clock to the next frame edge or act before `time`, and does it. False when there is none. */
  function cross(time: number): boolean {
    const edge = frameEnd();
    const actAt = timeline.nextAt;
    if (edge > time && actAt > time) return false;
    if (edge <= actAt) {
      closeFrame(edge);
      meters.beginFrame(frameEnd());
    } else {
      clock.now = actAt;
      apply(timeline.take());
    }
    return true;
  }

  function start(): void {
    if (clock.started === 1) return;
    clock.started = 1;
    meters.beginFrame(frameEnd());
    while (timeline.nextAt <= 0) apply(timeline.take());
    for (const actor of actors) actor.start?.();
  }

  /** Events since the clock last moved, counted in whole slices: it moves nothing, so it is no state of the run. */
  let atOnce = 0;
  let standsAt = 0;

  function endEarly(why: RunEnd): void {
    clock.ended = runEnds.indexOf(why);
    journal.note(why, -1, -1, calls.alive);
    if (clock.now > clock.frameStart) closeFrame(clock.now);
  }

  /** Plays on, unless something ends the run before its time. */
  function advance(until: number, maxEvents: number): number {
    if (clock.ended > 0) return 0;
    try {
      const events = play(until, maxEvents);
      atOnce = clock.now - standsAt < noTime ? atOnce + events : 0;
      if (atOnce === 0) standsAt = clock.now;
      if (atOnce > limits.atOnce) endEarly('standstill');
      return events;
    } catch (error) {
      if (!(error instanceof TooManyCalls)) throw error;
      endEarly('overflow');
      return 0;
    }
  }

  function play(until: number, maxEvents: number): number {
    start();
    const end = Math.min(until, plan.seconds);
    let events = 0;
    while (events < maxEvents) {
      const horizon = Math.min(frameEnd(), timeline.nextAt, end);
      const most = Math.min(maxEvents - events, mostInOneGo);
      const happened = playEvents(net, horizon, most);
      events += happened;
      if (events >= maxEvents) break;
      if (happened === most) continue;
      if (clock.now >= plan.seconds && clock.frameStart >= plan.seconds) break;
      if (!cross(end)) {
        if (end > clock.now) clock.now = end;
        break;
      }
    }
    return events;
  }

  /** Over the last frame's length: this frame so far, the rest from the frame before. Reads only. */
  function recentUtilization(slot: number): number {
    const area = meters.areaOf(METER.utilization * instances.count + slot) / instances.servers[slot];
    const rest = Math.max(0, plan.frameSeconds - (clock.now - clock.frameStart));
    return (area + writer.utilization[slot] * rest) / plan.frameSeconds;
  }

  return {
    layout: writer.layout,
    slots: instances.count,
    now: () => clock.now,
    finished: () => clock.frameStart >= plan.seconds || clock.ended > 0,
    ended: () => runEnds[clock.ended],
    advance,
    stepEvent: () => {
      advance(plan.seconds, 1);
    },
    nextActTime: () => nextActTime(clock.now),
    act: (act) => {
      if (!(act.at > clock.now)) throw new Error(`an act at ${act.at} s comes too late: it is ${clock.now} s`);
      timeline.add(act);
    },
    forgetActsAhead: (after) => timeline.forgetAhead(after),
    takeFrames: () => {
      const taken = frames;
      frames = [];
      return taken;
    },
    frameSoFar: () => (clock.now > clock.frameStart ? writer.read(clock.frameIndex, clock.frameStart) : null),
    takeNotes: () => journal.take(),
    takeSamples: () => tracer.take(),
    takeNotable: () => net.notable.take(),
    setSampling: (every) => tracer.setEvery(every),
    glance: (into) => {
      for (let slot = 0; slot < instances.count; slot++) {
        const row = slot * glanceRow;
        into[row] = instances.exists[slot];
        into[row + 1] = instances.health[slot];
        into[row + 2] = instances.slow[slot];
        into[row + 3] = recentUtilization(slot);
        into[row + 4] = meters.values[METER.queue * instances.count + slot];
        into[row + 5] = meters.values[METER.inside * instances.count + slot];
        into[row + 6] = instances.primary[slot];
        into[row + 7] = instances.booting[slot] === 1 ? 1 : 2 * instances.draining[slot] + 3 * instances.standsBy[slot];
        into[row + 8] = instances.version[slot];
      }
    },
    shows: () =>
      plan.nodes.flatMap((_, node) => {
        const numbers = actors[node].show?.();
        return numbers ? [{ node, numbers }] : [];
      }),
    snapshot: () => {
      start();
      return memory.snapshot();
    },
    photograph: (pieceBytes) => {
      start();
      return memory.photograph(pieceBytes);
    },
    restore: (snapshot) => {
      memory.restore(snapshot);
      atOnce = 0;
      standsAt = clock.now;
      frames = [];
      journal.take();
      tracer.take();
      net.notable.take();
    },
    listen: (node) => {
      net.waits = new Waits(net, node);
      return net.waits;
    },
    follow: (wish) => {
      net.follower = new Follower(net, wish);
      calls.follower = net.follower;
      return net.follower;
    },
    bytes: () => memory.bytes,
    callsAlive: () => calls.alive,
  };
}
