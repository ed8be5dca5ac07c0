import { useMemo } from 'react';
import { withoutConcealed } from '../../design/concealed.ts';
import type { Id } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { alarmsOf, graceSecondsOf } from '../../runner/alarms.ts';
import { nodeColumns } from '../../runner/columnIndex.ts';
import { totalOf } from '../../runner/columns.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { formatCount, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Section } from '../inspector/Section.tsx';
import { Fact } from './Fact.tsx';
import styles from './Tools.module.css';
import { toolText } from './toolWords.ts';

/** How much noise there was: alerts, messages sent for them, those that nothing was behind, and faults that none told of. */
export function Alarms({ node }: { node: Id }) {
  const words = useLateText(toolText).board.alarmCount;
  const layout = useRun((state) => state.layout);
  const frames = useRun((state) => state.frames);
  const notes = useRun((state) => state.notes);
  const at = useRun((state) => state.index?.nodes.findIndex(({ id }) => id === node) ?? -1);
  const scenario = useDesign((state) => state.design.scenario);
  const params = useDesign((state) => state.design.nodes.find(({ id }) => id === node)?.params);
  const counts = useMemo(() => {
    if (!layout || !params || at < 0 || frames.length === 0) return null;
    const of = (name: string) => Number(params[name]);
    const [scrapeSeconds, timeoutSeconds, evalSeconds] = [of('scrapeSeconds'), of('timeoutSeconds'), of('evalSeconds')];
    const rest = { forSeconds: of('forSeconds'), burnWindowSeconds: of('burnWindowSeconds'), burns: params.rules !== 'threshold' };
    const graceSeconds = graceSecondsOf({ scrapeSeconds, timeoutSeconds, evalSeconds, ...rest });
    const alarms = alarmsOf(layout, frames, notes, graceSeconds);
    const pages = totalOf(frames, nodeColumns(layout, at, 'pages'));
    return { ...alarms, graceSeconds, pages, series: frames.at(-1)?.values[nodeColumns(layout, at, 'series')[0]] ?? 0 };
  }, [layout, frames, notes, at, params]);
  if (!counts) return null;
  // whether an alert was false would tell of faults that are still concealed
  const judged = (count: number) => (withoutConcealed(notes, scenario).length === notes.length ? formatCount(count) : nothing);
  const of = given({
    from: frames[0]?.start ?? null,
    to: frames.at(-1)?.end ?? null,
    raised: counts.raised,
    pages: counts.pages,
    grace: counts.graceSeconds,
  });
  return (
    <Section title={words.title}>
      <dl className={styles.facts} data-alarms-raised={counts.raised} data-alarms-false={counts.false} data-pages={counts.pages}>
        <Fact why="alarm-raised" of={of} name={words.raised} value={formatCount(counts.raised)} />
        <Fact why="alarm-pages" of={of} name={words.pages} value={formatCount(counts.pages)} />
        <Fact why="alarm-false" of={of} name={words.false} value={judged(counts.false)} isBad={counts.false > 0} />
        <Fact why="alarm-missed" of={of} name={words.missed} value={judged(counts.missed)} isBad={counts.missed > 0} />
        <Fact why="alarm-series" of={of} name={words.series} value={formatCount(counts.series)} />
      </dl>
    </Section>
  );
}
