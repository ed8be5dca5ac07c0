/** What began and ended in a run without anybody having done it, as what stands on the timeline. Fetched once the timeline stands. */

import { Check, Filter, type LucideIcon, RefreshCw, Snowflake } from 'lucide-react';
import type { Design } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import type { Frame, FrameLayout } from '../../engine/frame.ts';
import type { happeningText } from '../../i18n/late/happeningText.ts';
import type { TimelineText } from '../../i18n/late/timelineText.ts';
import type { Happenings, HappeningTexts } from '../../nodes/happening.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import { recoveriesOf } from '../../runner/diagnosis/recoveries.ts';
import { type Happened, happeningsOf, type RunHappening } from '../../runner/happenings.ts';
import type { PlanIndex } from '../../runner/planIndex.ts';
import { type DurationWords, formatCount, formatDuration } from '../../ui/format.ts';
import type { TimelineItem } from './items.ts';

export interface HappenedIn {
  layout: FrameLayout;
  /** In order of time. */
  intervals: readonly Pick<Frame, 'start' | 'end' | 'values'>[];
  index: PlanIndex;
  /** As the run began. */
  startedFrom: Design;
  design: Design;
  labels: Readonly<Record<number, string>>;
}

/** What has none of its own goes round. */
const icons: Readonly<Record<string, LucideIcon>> = { cold: Snowflake, shedding: Filter, 'retry-storm': RefreshCw };

/** What began and ended by itself stands behind what was done, and before its symptoms. */
const rankOfHappening = 30;
/** Users have no more failures: louder than what the system did, not than what somebody did to it. */
const rankOfRecovery = 12;

type OfParts = Awaited<ReturnType<(typeof happeningText)['en']>>;

export function happenedItems(run: HappenedIn, words: TimelineText, ofParts: OfParts): readonly TimelineItem[] {
  const { index, labels } = run;
  const kinds = new Map(run.startedFrom.nodes.map(({ id, kind }) => [id, kind]));
  const seen = seenParts(run.design);
  const nodes = index.nodes.map(({ id }) => ({ kind: kinds.get(id) ?? ('users' as NodeKind) }));
  const told = happeningsOf(nodes, run.layout, run.intervals).filter(({ node }) => node < 0 || isSeen(seen, index.nodes[node].id));
  const wordsOf = ({ name, node, turn }: Happened): string => {
    if (node < 0) return words.happenings[name as RunHappening][turn];
    const own: Readonly<Partial<Record<NodeKind, HappeningTexts<Happenings>>>> = ofParts;
    return own[nodes[node].kind]?.[name][turn](labels[node] ?? '') ?? '';
  };
  return told.map((each) => ({
    key: `${each.time}/${each.name}/${each.node}/${each.turn}`,
    time: each.time,
    kind: 'event',
    tone: each.turn === 'begins' ? 'bad' : 'good',
    code: null,
    happening: each.name,
    icon: icons[each.name] ?? RefreshCw,
    words: wordsOf(each),
    rank: rankOfHappening,
  }));
}

/** When users had no more failures after some. */
export const recoveredItems = (
  { layout, intervals }: Pick<HappenedIn, 'layout' | 'intervals'>,
  words: TimelineText,
  duration: DurationWords,
): readonly TimelineItem[] =>
  recoveriesOf(layout, intervals).map(({ since, until, lost }) => ({
    key: `recovered/${until}`,
    time: until,
    kind: 'event',
    tone: 'good',
    code: null,
    happening: 'recovered',
    icon: Check,
    words: words.recovered(formatDuration(until - since, duration), formatCount(lost)),
    rank: rankOfRecovery,
  }));
