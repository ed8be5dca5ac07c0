/**
 * Where a request's time went: one unbroken chain of stretches from when it was meant to when its user knew, found by going back from the
 * end. What ended last is what was waited for: of calls made at the same time, the one whose answer let their caller go on; of a call and
 * its copy, the faster from when it was sent, and the other before that. When patience ran out, whatever was still out. Neighbouring
 * stretches share their moment, so that they add up to the response time exactly.
 */

import { SPENT, type Span, type Story } from '../../engine/follow/story.ts';

export interface Leaf {
  from: number;
  to: number;
  /** One of `SPENT`. */
  on: number;
  /** Who had it: the part that it was inside, or the caller of the wire. */
  node: number;
  /** The wire that it was on, or waited to set out on; -1 inside a part. */
  link: number;
  /** Index of the call among the story's, -1 for what the user's side did itself. */
  span: number;
}

type Add = (from: number, to: number, on: number) => void;

/** The stretches of an ended request in order, without gaps; empty when it took no time at all. */
export function pathOf(story: Story): Leaf[] {
  const kids = kidsOf(story);
  const leaves: Leaf[] = [];
  const waitedFor = (parent: number): readonly Span[] => kids[parent + 1];

  const explain = (parent: number, from: number, to: number, rest: Add): void => {
    const spans = waitedFor(parent);
    for (let t = to; t > from; ) {
      const span = endedAt(spans, t) ?? outAt(spans, t);
      const since = span ? Math.max(span.madeAt, from) : lastEnd(spans, from, t);
      if (span) explainCall(span, since, t);
      else rest(since, t, SPENT.other);
      t = since;
    }
  };

  const explainCall = (span: Span, from: number, to: number): void => {
    const caller = span.parent < 0 ? story.node : story.spans[span.parent].node;
    const onWire: Add = (a, b, on) => leaves.push({ from: a, to: b, on, node: caller, link: span.link, span: span.number });
    const inside: Add = (a, b, on) => leaves.push({ from: a, to: b, on, node: span.node, link: -1, span: span.number });
    for (const { region, begin, end } of regionsOf(span, to).reverse()) {
      const [a, b] = [Math.max(begin, from), Math.min(end, to)];
      if (b <= a) continue;
      const add = region === 'inside' ? inside : onWire;
      backOver(span, a, b, add, (c, d) => {
        if (region === 'inside') explain(span.number, c, d, inside);
        else add(c, d, region === 'held' ? SPENT.other : SPENT.network);
      });
    }
  };

  explain(-1, story.bornAt, story.endAt, (a, b, on) => leaves.push({ from: a, to: b, on, node: story.node, link: -1, span: -1 }));
  return leaves.reverse();
}

/** Where a call was, one after the other, until a moment. */
export function regionsOf(span: Span, until: number): { region: 'held' | 'out' | 'inside' | 'home'; begin: number; end: number }[] {
  const departAt = orElse(span.departAt, until);
  const arriveAt = orElse(span.arriveAt, until);
  const answerAt = orElse(span.answerAt, until);
  return [
    { region: 'held', begin: span.madeAt, end: departAt },
    { region: 'out', begin: departAt, end: arriveAt },
    { region: 'inside', begin: arriveAt, end: answerAt },
    { region: 'home', begin: answerAt, end: Math.max(answerAt, until) },
  ];
}

/** From `to` back to `from`: what the call itself was at, and what lies between. */
function backOver(span: Span, from: number, to: number, own: Add, between: (from: number, to: number) => void): void {
  for (let t = to; t > from; ) {
    let stretch = null;
    let before = from;
    for (const each of span.stretches) {
      const end = orElse(each.to, Number.POSITIVE_INFINITY);
      if (each.from < t && end >= t) stretch = each;
      else if (end < t) before = Math.max(before, end);
    }
    const since = stretch ? Math.max(stretch.from, from) : before;
    if (stretch) own(since, t, stretch.on);
    else between(since, t);
    t = since;
  }
}

/** By index plus one: the calls that each waited for; first those of the user. */
function kidsOf({ spans }: Story): Span[][] {
  const kids: Span[][] = Array.from({ length: spans.length + 1 }, () => []);
  for (const span of spans) if (span.isAwaited) kids[span.parent + 1].push(span);
  return kids;
}

const orElse = (moment: number, other: number): number => (Number.isNaN(moment) ? other : moment);

/** The one that was made last, of those whose end at this moment let their caller go on. */
function endedAt(spans: readonly Span[], t: number): Span | undefined {
  for (let i = spans.length - 1; i >= 0; i--) if (spans[i].endAt === t && spans[i].madeAt < t) return spans[i];
  return undefined;
}

/** The one that has been out longest. */
function outAt(spans: readonly Span[], t: number): Span | undefined {
  return spans.find((span) => span.madeAt < t && !(span.endAt <= t));
}

function lastEnd(spans: readonly Span[], from: number, t: number): number {
  return spans.reduce((last, { endAt }) => (endAt < t && endAt > last ? endAt : last), from);
}
