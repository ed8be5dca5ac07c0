import { useMemo } from 'react';
import { withoutConcealed } from '../design/concealed.ts';
import type { Design, Id } from '../design/design.ts';
import { isSeen, seenParts } from '../design/sight.ts';
import type { Note } from '../engine/frame.ts';
import { type Text, useText } from '../i18n/text.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import type { PlanIndex } from '../store/runStore.ts';
import { formatClock, formatCount, formatDuration, formatNumber, formatRate, formatShare } from '../ui/format.ts';
import type { Cause, Wire } from './cause.ts';
import { type Lever, leverOf } from './lever.ts';
import { type StoryLine, storyLine } from './storyLine.ts';

export interface Story {
  kind: StoryLine['kind'];
  /** Simulated seconds it happened at; null when it is about no moment. */
  at: number | null;
  text: string;
  /** What would help, ready to be done. */
  lever: Lever | null;
}

export function useStory(): Story {
  const t = useText();
  const frames = useRun((state) => state.frames);
  const layout = useRun((state) => state.layout);
  const all = useRun((state) => state.notes);
  const index = useRun((state) => state.index);
  const design = useDesign((state) => state.design);
  const { links, scenario } = design;
  const notes = useMemo(() => withoutConcealed(all, scenario), [all, scenario]);
  const wires = useMemo(() => wiresOf(links, index), [links, index]);
  const told = useMemo(() => storyLine(frames, layout, notes, wires), [frames, layout, notes, wires]);
  const line = asSeen(told, seenParts(design), index);
  const now = frames.at(-1)?.end ?? 0;
  return useMemo(() => wordsOf(line, now, index, design, t), [line, now, index, design, t]);
}

function wordsOf(line: StoryLine, now: number, index: PlanIndex | null, design: Design, t: Text): Story {
  switch (line.kind) {
    case 'ended':
      return { kind: 'ended', at: line.at, text: t.panels.story[line.why](formatCount(line.calls)), lever: null };
    case 'quiet':
      return { kind: 'quiet', at: null, text: t.panels.story.quiet, lever: null };
    case 'fine':
      return { kind: 'fine', at: null, text: joined(t.panels.story.running, busiestText(line.busiest, index, design, t)), lever: null };
    case 'alert': {
      const who = nodeAt(line.note.node, index, design)?.label ?? '';
      return { kind: 'alert', at: line.note.time, text: alertText(line.note, who, t), lever: null };
    }
    case 'failing': {
      const lever = leverFor(line.cause, index, design);
      const shares = line.reasons.length > 1;
      const reasons = line.reasons.map(({ reason, share }) =>
        shares ? t.panels.story.reason(t.common.outcomes[reason], formatShare(share)) : t.common.outcomes[reason],
      );
      const what = t.panels.story.failing(formatShare(line.share), reasons.join(', '));
      return {
        kind: 'failing',
        at: line.at,
        text: joined(causeText(line.cause, index, design, t), what, adviceText(lever, t)),
        lever,
      };
    }
    case 'strained': {
      const lever = leverFor(line.cause, index, design);
      return {
        kind: 'strained',
        at: line.at,
        text: joined(causeText(line.cause, index, design, t), adviceText(lever, t)),
        lever,
      };
    }
    case 'failover': {
      const { report } = line;
      const id = index?.nodes[report.node]?.id ?? '';
      const label = design.nodes.find((node) => node.id === id)?.label ?? id;
      const took = report.secondsToPromotion;
      const seconds = took ?? now - report.faultAt;
      const duration = formatDuration(seconds, t.common.duration);
      const head = took === null ? t.events.failover.running(label, duration) : t.events.failover.done(label, duration);
      const cost = t.events.failover.cost(
        formatCount(report.writesRefused),
        formatCount(report.acknowledgedWritesLost),
        formatCount(report.staleReads),
      );
      return { kind: 'failover', at: report.faultAt, text: `${head}: ${cost}`, lever: null };
    }
  }
}

/** Where only tools are believed, nothing is told of a part that none looks at. */
function asSeen(line: StoryLine, seen: ReadonlySet<Id> | null, index: PlanIndex | null): StoryLine {
  const isKnown = (node: number): boolean => isSeen(seen, index?.nodes[node]?.id ?? '');
  switch (line.kind) {
    case 'failing':
      return line.cause && !isKnown(line.cause.node) ? { ...line, cause: null } : line;
    case 'strained':
      return isKnown(line.cause.node) ? line : { kind: 'fine', busiest: null };
    case 'fine':
      return line.busiest && !isKnown(line.busiest.node) ? { kind: 'fine', busiest: null } : line;
    case 'failover':
      return isKnown(line.report.node) ? line : { kind: 'fine', busiest: null };
    default:
      return line;
  }
}

function wiresOf(links: Design['links'], index: PlanIndex | null): Wire[] {
  const at = new Map(index?.nodes.map(({ id }, i) => [id, i]));
  return links.flatMap(({ from, to }) => {
    const [caller, callee] = [at.get(from), at.get(to)];
    return caller === undefined || callee === undefined ? [] : [[caller, callee] as const];
  });
}

/** In the words of the marks; the number is in the mark. */
const alertText = (note: Note, who: string, t: Text): string => t.charts.marks[note.code](who, alertValue(note, t));

function alertValue({ code, value }: Note, t: Text): string {
  if (code === 'alert-errors' || code === 'alert-cpu') return formatShare(value);
  if (code === 'alert-latency') return formatDuration(value, t.common.duration);
  return code === 'alert-burn' ? formatNumber(value, 'x') : formatCount(value);
}

const joined = (...sentences: readonly string[]): string => sentences.filter(Boolean).join(' ');

const nodeAt = (at: number, index: PlanIndex | null, design: Design) => design.nodes.find(({ id }) => id === index?.nodes[at]?.id);

/** What is wrong with which part. */
function causeText(cause: Cause | null, index: PlanIndex | null, design: Design, t: Text): string {
  if (!cause) return '';
  const label = nodeAt(cause.node, index, design)?.label ?? index?.nodes[cause.node]?.id ?? '';
  const words = t.panels.story;
  if (cause.kind === 'full') {
    return words.full(
      label,
      formatShare(cause.utilization),
      formatRate(cause.arrived),
      formatRate(cause.completed),
      formatCount(cause.waiting),
    );
  }
  const part = cause.instance < 0 ? label : t.common.instanceOf(label, cause.instance + 1);
  return cause.kind === 'slow' ? words.slow(part, formatNumber(cause.factor, 'x')) : words[cause.kind](part, formatClock(cause.since));
}

function busiestText(busiest: { node: number; utilization: number } | null, index: PlanIndex | null, design: Design, t: Text): string {
  const node = busiest && nodeAt(busiest.node, index, design);
  return node ? t.panels.story.busiest(node.label, formatShare(busiest.utilization)) : '';
}

function leverFor(cause: Cause | null, index: PlanIndex | null, design: Design): Lever | null {
  const node = cause?.kind === 'full' ? nodeAt(cause.node, index, design) : undefined;
  return node ? leverOf(design, node) : null;
}

/** A lever that is a button needs no words; the other one does. */
const adviceText = (lever: Lever | null, t: Text): string => (lever?.kind === 'balance' ? t.panels.story.balanceFirst : '');
