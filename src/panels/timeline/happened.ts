/** What began and ended in a run without anybody having done it, as what stands on the timeline. Fetched once the timeline stands. */

import type { Design } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import type { Frame, FrameLayout } from '../../engine/frame.ts';
import type { happeningText } from '../../i18n/late/happeningText.ts';
import type { TimelineText } from '../../i18n/late/timelineText.ts';
import type { Happenings, HappeningTexts } from '../../nodes/happening.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import { happeningsOf, type RunHappening } from '../../runner/happenings.ts';
import type { PlanIndex } from '../../runner/planIndex.ts';
import { happeningItems, type TimelineItem } from './items.ts';

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

type OfParts = Awaited<ReturnType<(typeof happeningText)['en']>>;

export function happenedItems(run: HappenedIn, words: TimelineText, ofParts: OfParts): readonly TimelineItem[] {
  const { index, labels } = run;
  const kinds = new Map(run.startedFrom.nodes.map(({ id, kind }) => [id, kind]));
  const seen = seenParts(run.design);
  const nodes = index.nodes.map(({ id }) => ({ kind: kinds.get(id) ?? ('users' as NodeKind) }));
  const told = happeningsOf(nodes, run.layout, run.intervals).filter(({ node }) => node < 0 || isSeen(seen, index.nodes[node].id));
  return happeningItems(told, ({ name, node, turn }) => {
    if (node < 0) return words.happenings[name as RunHappening][turn];
    const own: Readonly<Partial<Record<NodeKind, HappeningTexts<Happenings>>>> = ofParts;
    return own[nodes[node].kind]?.[name][turn](labels[node] ?? '') ?? '';
  });
}
