/**
 * Writes down everything that happens to requests. No part of the run: nothing in the run reads it, so a run that is followed has the
 * frames of one that is not. Made for replays (`Run.follow`); a run that nobody follows pays one look at a null for each thing that
 * could be told.
 */

import { type Calls, nth } from '../calls.ts';
import type { Instances } from '../instances.ts';
import { MET, SPENT, type Span, type Story, type Stretch } from './story.ts';

/** What it needs to know of the network. */
interface Heard {
  readonly now: number;
  readonly calls: Calls;
  readonly instances: Instances;
  readonly links: { readonly to: Int32Array; readonly from: Int32Array };
  readonly meters: { readonly values: Float64Array };
}

export interface FollowWish {
  /** Which requests, by their number. */
  wants(request: number): boolean;
  /** A request has come to its end; calls of it may still be out. */
  onEnd(story: Story): void;
  /** Goes on writing after the end, so that work in vain and work for later is told, too. The story then stays the follower's. */
  keeps: boolean;
}

/** Attempts of copies begin here, see `hedges.ts`. */
const copyAttempt = 64;
/** Of one request: more calls than this tell nobody anything. */
const mostSpans = 5000;

/** Places of levels among an instance's meters, see `METER`. */
const QUEUE = 4;
const INSIDE = 5;

interface Open {
  story: Story;
  span: Span;
  /** The stretch that is not over. */
  now: Stretch | null;
}

export class Follower {
  private readonly net: Heard;
  private readonly wish: FollowWish;
  private readonly stories = new Map<number, Story>();
  /** By slot of `Calls`. */
  private readonly open: (Open | null)[] = [];
  private out = 0;

  constructor(net: Heard, wish: FollowWish) {
    this.net = net;
    this.wish = wish;
  }

  /** Requests begun and not ended, or kept. */
  get followed(): Iterable<Story> {
    return this.stories.values();
  }

  /** Calls of followed requests that are still under way. */
  get callsOut(): number {
    return this.out;
  }

  /** A user means to send a request now. */
  meant(request: number, cls: number, node: number): void {
    if (!this.wish.wants(request)) return;
    const story: Story = {
      request,
      node,
      cls,
      bornAt: this.net.now,
      endAt: Number.NaN,
      outcome: -1,
      isStale: false,
      countedSeconds: Number.NaN,
      spans: [],
    };
    this.stories.set(request, story);
  }

  /** Its user knows how it went. @param seconds what the page counts as its time */
  ended(request: number, outcome: number, seconds: number, isStale: boolean): void {
    const story = this.stories.get(request);
    if (!story || story.outcome >= 0) return;
    story.endAt = this.net.now;
    story.outcome = outcome;
    story.countedSeconds = seconds;
    story.isStale = isStale;
    if (!this.wish.keeps) this.stories.delete(request);
    this.wish.onEnd(story);
  }

  /** A call's place is taken; who makes it, and for whom, is known when it does something. */
  taken(call: number): void {
    this.open[nth(call)] = null;
    const { calls } = this.net;
    if (calls.link[call] < 0) return;
    const story = this.stories.get(calls.request[call]);
    if (story) this.begin(story, call);
  }

  /** A part does a piece of work of its own for a call. */
  isFor(chore: number, call: number): void {
    const asker = this.open[nth(call)];
    if (!asker) return;
    const span = this.begin(asker.story, chore);
    if (!span) return;
    span.parent = asker.span.number;
    span.isAwaited = true;
    span.departAt = this.net.now;
    this.reach(span, this.net.calls.to[chore]);
  }

  /** The call, or an attempt at it, waits before it departs: for a connection to be set up, or for the pause before another try. */
  heldBack(call: number): void {
    const open = this.known(call);
    if (open) this.turn(open, open.span.attempt > 0 ? SPENT.backoff : SPENT.connect);
  }

  departed(call: number): void {
    const open = this.known(call);
    if (!open) return;
    const { calls, links } = this.net;
    this.close(open);
    open.span.departAt = this.net.now;
    // another try may take another wire
    open.span.link = calls.link[call];
    open.span.node = links.to[open.span.link];
  }

  arrived(call: number): void {
    const open = this.open[nth(call)];
    if (open) this.reach(open.span, this.net.calls.to[call]);
  }

  /** Its own caller's policy has turned it away. @param why one of `MET` */
  turnedAway(call: number, why: number): void {
    const open = this.known(call);
    if (!open) return;
    this.close(open);
    open.span.met.push({ at: this.net.now, what: why, value: 0 });
  }

  /** Stands in a line. @param on what for, one of `SPENT` @param ahead how many stand before it */
  stands(call: number, on: number, ahead: number): void {
    const open = this.known(call);
    if (!open) return;
    this.turn(open, on);
    open.span.met.push({ at: this.net.now, what: MET.ahead, value: ahead });
  }

  /** Waits, or is worked on, for a reason of its own from now on; if something has just begun at this moment, it was that. */
  doing(call: number, on: number): void {
    const open = this.known(call);
    if (!open) return;
    if (open.now !== null && open.now.from === this.net.now) open.now.on = on;
    else this.turn(open, on);
  }

  /** The end of what a line does with it is known at once. */
  books(call: number, startAt: number, endAt: number): void {
    const open = this.open[nth(call)];
    if (!open) return;
    this.close(open);
    const { now } = this.net;
    if (startAt > now) open.span.stretches.push({ from: now, to: startAt, on: SPENT.queue });
    if (endAt > startAt) open.span.stretches.push({ from: startAt, to: endAt, on: SPENT.service });
  }

  begins(call: number): void {
    const open = this.open[nth(call)];
    if (open) this.turn(open, SPENT.service);
  }

  served(call: number): void {
    const open = this.open[nth(call)];
    if (open) this.close(open);
  }

  /** It is held by an instance that has fallen silent: where it is asked, or at its caller's door. */
  frozen(call: number): void {
    const open = this.open[nth(call)];
    if (!open) return;
    const { span } = open;
    const { now } = this.net;
    if (span.answerAt > now) {
      // known beforehand, but it had not left
      span.answerAt = Number.NaN;
      span.stretches = span.stretches.filter(({ from }) => from < now);
      for (const stretch of span.stretches) stretch.to = Math.min(stretch.to, now);
    }
    this.turn(open, SPENT.frozen);
  }

  /** The instance has come to itself. @param left seconds of work that were stopped @param isAnswer an answer leaves after them */
  thawed(call: number, left: number, isAnswer: boolean): void {
    const open = this.open[nth(call)];
    if (!open) return;
    this.close(open);
    if (isAnswer) this.answers(call, open.span.outcome, this.net.now + left);
    else if (left > 0) this.turn(open, SPENT.service);
  }

  met(call: number, what: number, value: number): void {
    this.open[nth(call)]?.span.met.push({ at: this.net.now, what, value });
  }

  /** The answer leaves at a moment that may lie ahead. */
  answers(call: number, outcome: number, departAt: number): void {
    const open = this.open[nth(call)];
    if (!open) return;
    const { span } = open;
    const { now } = this.net;
    // what has just been named lasts until then
    const isNamed = open.now !== null && open.now.from === now && departAt > now;
    if (open.now !== null && isNamed) open.now.to = departAt;
    this.close(open, isNamed ? departAt : now);
    const last = span.stretches.at(-1);
    if (departAt > now && !(last && last.to >= departAt)) span.stretches.push({ from: now, to: departAt, on: SPENT.service });
    span.answerAt = departAt;
    if (span.outcome === -1) span.outcome = outcome;
    if (this.net.calls.stale[call] === 1) span.isStale = true;
  }

  /** Whoever waited for it has the answer now, or has had enough. */
  settled(call: number, outcome: number): void {
    const open = this.known(call);
    if (!open) return;
    const { span } = open;
    if (Number.isNaN(span.endAt)) {
      span.endAt = this.net.now;
      span.outcome = outcome;
    }
    if (Number.isNaN(span.departAt)) this.close(open);
  }

  /** Another copy of the question was faster. */
  beaten(call: number): void {
    const open = this.open[nth(call)];
    if (!open || !Number.isNaN(open.span.endAt)) return;
    open.span.endAt = this.net.now;
    open.span.outcome = -2;
  }

  freed(call: number): void {
    const open = this.open[nth(call)];
    if (!open) return;
    this.close(open);
    const { span } = open;
    span.overAt = this.net.now;
    if (span.link < 0 && Number.isNaN(span.endAt)) span.endAt = this.net.now;
    this.open[nth(call)] = null;
    this.out--;
  }

  private begin(story: Story, call: number): Span | null {
    if (story.spans.length >= mostSpans) return null;
    const { calls, links, instances, now } = this.net;
    const link = calls.link[call];
    const attempt = calls.attempt[call];
    const span: Span = {
      number: story.spans.length,
      parent: -1,
      isAwaited: false,
      link,
      node: link < 0 ? instances.nodeOf[calls.from[call]] : links.to[link],
      slot: -1,
      version: 0,
      cls: calls.cls[call],
      attempt,
      isCopy: false,
      madeAt: now,
      departAt: Number.NaN,
      arriveAt: Number.NaN,
      answerAt: Number.NaN,
      endAt: Number.NaN,
      overAt: Number.NaN,
      outcome: -1,
      insideMet: 0,
      queueMet: 0,
      isStale: false,
      stretches: [],
      met: [],
    };
    story.spans.push(span);
    this.open[nth(call)] = { story, span, now: null };
    this.out++;
    return span;
  }

  /** The call is its maker's by now: who waits for it can be read. */
  private known(call: number): Open | null {
    const open = this.open[nth(call)];
    if (!open) return null;
    const { span, story } = open;
    const { calls, links } = this.net;
    if (!Number.isNaN(span.departAt) || span.isAwaited || span.link < 0) return open;
    span.isAwaited = calls.waiting[call] === 1;
    // whoever makes a retry or a copy sets these after taking the place
    span.isCopy = calls.attempt[call] >= copyAttempt;
    span.attempt = calls.attempt[call] % copyAttempt;
    const parent = calls.parent[call];
    const asker = parent >= 0 ? this.open[nth(parent)] : null;
    if (asker?.story === story) span.parent = asker.span.number;
    else span.parent = links.from[span.link] === story.node ? -1 : this.tellerOf(story, calls.from[call]);
    return open;
  }

  /** Of what nobody waits for: the last call of the request that came to the instance it is told from. */
  private tellerOf(story: Story, slot: number): number {
    let at = story.spans.length - 1;
    while (at >= 0 && story.spans[at].slot !== slot) at--;
    return at;
  }

  private reach(span: Span, slot: number): void {
    const { instances, meters, now } = this.net;
    span.arriveAt = now;
    span.slot = slot;
    span.node = instances.nodeOf[slot];
    span.version = instances.version[slot];
    span.insideMet = meters.values[INSIDE * instances.count + slot];
    span.queueMet = meters.values[QUEUE * instances.count + slot];
  }

  private turn(open: Open, on: number): void {
    this.close(open);
    open.now = { from: this.net.now, to: Number.NaN, on };
    open.span.stretches.push(open.now);
  }

  private close(open: Open, at = this.net.now): void {
    if (open.now === null) return;
    open.now.to = at;
    if (open.now.from === at) open.span.stretches.pop();
    open.now = null;
  }
}
