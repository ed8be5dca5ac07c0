/** Calls, what they waited for and what they met, in the sitting's language. */

import { MET, metWords, type Span, type Story, spentOn } from '../../engine/follow/story.ts';
import { outcomes, type Plan, requestClasses } from '../../engine/plan.ts';
import type { RequestText } from '../../i18n/late/requestText.ts';
import { ASKS, type WaterfallRow } from '../../runner/requests/waterfall.ts';
import { formatCount, formatDuration } from '../../ui/format.ts';

/** Names of parts and of their instances, by plan indices. */
export interface Names {
  node(node: number): string;
  slot(node: number, slot: number): string;
}

export function namesOf(plan: Plan, labelOf: (id: string) => string, words: RequestText): Names {
  let next = 0;
  const firstSlot = plan.nodes.map(({ slots }) => {
    next += slots;
    return next - slots;
  });
  const node = (at: number): string => labelOf(plan.nodes[at]?.id ?? '');
  return {
    node,
    slot: (at, slot) =>
      slot < 0 || plan.nodes[at].slots === 1 ? node(at) : words.instance(node(at), formatCount(slot - firstSlot[at] + 1)),
  };
}

export const className = (cls: number, words: RequestText): string => words.classes[requestClasses[cls] ?? 'job'];

export function outcomeName(outcome: number, words: RequestText): string {
  if (outcome === -2) return words.beaten;
  return outcome < 0 ? words.underWay : words.outcomes[outcomes[outcome]];
}

export const spentName = (on: number, words: RequestText): string => (on === ASKS ? words.asks : words.spent[spentOn[on]]);

export function callName(span: Span, names: Names, words: RequestText): string {
  const name = names.slot(span.node, span.slot);
  const own = span.link < 0 ? words.ownWork(name) : name;
  if (span.isCopy) return `${own} (${words.asCopy})`;
  return span.attempt > 0 ? `${own} (${words.attempt(formatCount(span.attempt + 1))})` : own;
}

/** What a call went through, in the order of how long it took. */
export function partsOf({ segments }: WaterfallRow): { on: number; seconds: number }[] {
  const sums = new Map<number, number>();
  for (const { on, from, to } of segments) sums.set(on, (sums.get(on) ?? 0) + to - from);
  return [...sums].map(([on, seconds]) => ({ on, seconds })).sort((a, b) => b.seconds - a.seconds);
}

export const partsText = (row: WaterfallRow, words: RequestText): string[] =>
  partsOf(row).map(({ on, seconds }) => `${spentName(on, words)} ${formatDuration(seconds)}`);

/** The state that a call met. */
export function metText({ span, isAfter }: WaterfallRow, words: RequestText): string[] {
  const said: string[] = [];
  if (span.insideMet > 0) said.push(words.met.inside(formatCount(span.insideMet)));
  if (span.version > 0) said.push(words.met.version(formatCount(span.version + 1)));
  for (const { what, value } of span.met) said.push(oneMet(what, value, words));
  if (span.isStale) said.push(words.stale);
  if (span.outcome > 0 || span.outcome === -2) said.push(outcomeName(span.outcome, words));
  if (!span.isAwaited) said.push(words.nobody);
  else if (isAfter) said.push(words.late);
  return said;
}

function oneMet(what: number, value: number, { met }: RequestText): string {
  if (what === MET.hit) return value > 0 ? met.hit(formatDuration(value)) : met.hitNow;
  const words = met[metWords[what]];
  if (typeof words === 'string') return words;
  return words(what === MET.behind || what === MET.staleHit ? formatDuration(value) : formatCount(value));
}

/** Which of a few families a stretch belongs to: what its pattern says. */
export function familyOf(on: number): 'asks' | 'wait' | 'work' | 'way' | 'trouble' {
  if (on === ASKS) return 'asks';
  switch (spentOn[on]) {
    case 'service':
    case 'disk':
      return 'work';
    case 'network':
    case 'distance':
    case 'connect':
      return 'way';
    case 'lost':
    case 'frozen':
    case 'backoff':
      return 'trouble';
    default:
      return 'wait';
  }
}

/** One thing that happened to a request, for stepping through. */
export interface StepEvent {
  at: number;
  /** Index of the call, -1 for the user's side. */
  span: number;
  text: string;
}

/** In order of time; of one moment, in the order in which a call goes through them. */
export function eventsOf(story: Story, names: Names, words: RequestText): StepEvent[] {
  const { steps } = words;
  const events: StepEvent[] = [{ at: story.bornAt, span: -1, text: steps.meant }];
  for (const span of story.spans) {
    const name = callName(span, names, words);
    const add = (at: number, text: string) => {
      if (!Number.isNaN(at)) events.push({ at, span: span.number, text });
    };
    if (span.link >= 0 && !(span.departAt === span.madeAt)) add(span.madeAt, steps.made(name));
    if (span.link >= 0) add(span.departAt, steps.departs(name));
    add(span.arriveAt, steps.arrives(name));
    for (const { from, on } of span.stretches) add(from, steps.begins(name, spentName(on, words)));
    add(span.answerAt, steps.answers(name));
    if (span.isAwaited && span.outcome !== -1) add(span.endAt, steps.ends(name, outcomeName(span.outcome, words)));
  }
  if (story.outcome >= 0) events.push({ at: story.endAt, span: -1, text: steps.known(outcomeName(story.outcome, words)) });
  return events
    .map((event, i) => ({ event, i }))
    .sort((a, b) => a.event.at - b.event.at || a.i - b.i)
    .map(({ event }) => event);
}
