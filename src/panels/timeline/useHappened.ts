import { useEffect, useMemo, useState } from 'react';
import { happeningText } from '../../i18n/late/happeningText.ts';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { late } from '../../ui/late.ts';
import type { HappenedIn } from './happened.ts';
import type { TimelineItem } from './items.ts';

const reader = late(() => import('./happened.ts'));
const nothing: readonly TimelineItem[] = [];

/**
 * What began and ended in the run without anybody having done it, in words.
 * @param intervals the array may grow in place, which `version` tells
 */
export function useHappened(
  layout: HappenedIn['layout'] | null,
  intervals: HappenedIn['intervals'],
  labels: HappenedIn['labels'],
  version: number,
): readonly TimelineItem[] {
  const t = useText();
  const words = useLateText(timelineText);
  const ofParts = useLateText(happeningText);
  const design = useDesign((state) => state.design);
  const index = useRun((state) => state.index);
  const startedFrom = useRun((state) => state.startedFrom);
  const [read, setRead] = useState(() => reader.known());
  useEffect(() => {
    // without it the timeline lacks these marks, and what happened can be read off the charts
    if (!read) reader.fetch().then(setRead, () => undefined);
  }, [read]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for intervals that grow in place
  return useMemo(() => {
    if (!read || !layout || !index || !startedFrom) return nothing;
    return [
      ...read.happenedItems({ layout, intervals, index, startedFrom, design, labels }, words, ofParts),
      ...read.recoveredItems({ layout, intervals }, words, t.common.duration),
    ];
  }, [read, layout, version, index, startedFrom, design, labels, t, words, ofParts]);
}
