import { useMemo } from 'react';
import type { Design } from '../design/design.ts';
import { type Text, useText } from '../i18n/text.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import type { PlanIndex } from '../store/runStore.ts';
import { formatCount, formatDuration, formatShare } from '../ui/format.ts';
import { type StoryLine, storyLine } from './storyLine.ts';

export interface Story {
  kind: StoryLine['kind'];
  /** Simulated seconds it happened at; null when it is about no moment. */
  at: number | null;
  text: string;
}

export function useStory(): Story {
  const t = useText();
  const frames = useRun((state) => state.frames);
  const layout = useRun((state) => state.layout);
  const notes = useRun((state) => state.notes);
  const index = useRun((state) => state.index);
  const design = useDesign((state) => state.design);
  const line = useMemo(() => storyLine(frames, layout, notes), [frames, layout, notes]);
  const now = frames.at(-1)?.end ?? 0;
  return useMemo(() => wordsOf(line, now, index, design, t), [line, now, index, design, t]);
}

function wordsOf(line: StoryLine, now: number, index: PlanIndex | null, design: Design, t: Text): Story {
  switch (line.kind) {
    case 'quiet':
      return { kind: 'quiet', at: null, text: t.panels.story.quiet };
    case 'fine':
      return { kind: 'fine', at: null, text: t.panels.story.running };
    case 'failing': {
      const reasons = line.reasons.map(({ reason, share }) => t.panels.story.reason(t.common.outcomes[reason], formatShare(share)));
      return { kind: 'failing', at: line.at, text: t.panels.story.failing(formatShare(line.share), reasons.join(', ')) };
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
      return { kind: 'failover', at: report.faultAt, text: `${head}: ${cost}` };
    }
  }
}
