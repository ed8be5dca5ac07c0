import { Suspense, useMemo } from 'react';
import { useText } from '../../i18n/text.ts';
import { emptyTally, figuresOf, tallyFrames, underWayAlone } from '../../runner/tally.ts';
import { useRun } from '../../store/hooks.ts';
import { newSeed, restart } from '../../store/runController.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatDuration, formatShare, nothing } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Why } from '../../ui/Why.tsx';
import styles from './StoryTold.module.css';
import type { StoryWords } from './storyWords.ts';

const MetButton = latePart(async () => (await import('../requirements/MetButton.tsx')).MetButton);

/** A run that is over: how it was in one sentence, and what can be done with it. */
export function FinishedActs({ words }: { words: StoryWords }) {
  const t = useText();
  const frames = useRun((state) => state.frames);
  const layout = useRun((state) => state.layout);
  const verdict = useMemo(() => {
    if (!layout || frames.length === 0) return null;
    const tally = emptyTally(layout);
    tallyFrames(tally, frames);
    const lost = layout.columns.flatMap(({ metric }, at) => (metric === 'lostWrites' ? [at] : []));
    const writesLost = frames.reduce((sum, { values }) => lost.reduce((all, at) => all + Math.max(0, values[at]), sum), 0);
    return { ...figuresOf(tally), writesLost, underWay: underWayAlone(tally) };
  }, [frames, layout]);
  if (!verdict) return null;
  const { availability, underWay, latency, writesLost, failed } = verdict;
  const show = (dialog: 'replicas' | 'share') => () => sessionStore.getState().set({ dialog });
  return (
    <>
      <span className={styles.verdict} data-verdict-of-run={availability ?? ''}>
        <Why metric="availability p99 failed writes-lost">
          {words.over(
            availability === null ? nothing : formatShare(availability),
            underWay > 0 ? formatCount(underWay) : '',
            latency.p99 === null ? nothing : formatDuration(latency.p99, t.common.duration),
            formatCount(failed),
            formatCount(writesLost),
          )}
        </Why>
      </span>
      <Suspense>
        <MetButton className={styles.button} />
      </Suspense>
      <Button size="small" className={styles.button} onClick={restart}>
        {words.rerun}
      </Button>
      <Button size="small" className={styles.button} onClick={newSeed}>
        {words.otherSeed}
      </Button>
      <Button size="small" className={styles.button} onClick={show('replicas')}>
        {words.compare}
      </Button>
      <Button size="small" className={styles.button} onClick={show('share')}>
        {words.share}
      </Button>
    </>
  );
}
