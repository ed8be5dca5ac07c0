import { useMemo } from 'react';
import { useFaultNames } from '../../charts/words.ts';
import { withoutConcealed } from '../../design/concealed.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { type Detection, detectionsOf } from '../../runner/detections.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { formatClock, formatCount, formatDuration, formatNumber } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Section } from '../inspector/Section.tsx';
import { Fact } from './Fact.tsx';
import styles from './Tools.module.css';
import { toolText } from './toolWords.ts';
import { useNames } from './useShown.ts';

const mostShown = 8;

/** Every fault so far, how long nobody knew, and how long it was until it was over. */
export function Incidents() {
  const t = useText();
  const words = useLateText(toolText).board;
  const names = useNames();
  const notes = useRun((state) => state.notes);
  const scenario = useDesign((state) => state.design.scenario);
  const faultNames = useFaultNames();
  const detections = useMemo(() => detectionsOf(withoutConcealed(notes, scenario)), [notes, scenario]);
  if (detections.length === 0) return null;
  const nameOf = (each: Detection, who: string): string => {
    if (each.strike < 0)
      return t.charts.marks[each.fault](who, each.fault === 'slow' ? formatNumber(each.value, 'x') : formatCount(each.value));
    const { node, strike, link } = each;
    return t.charts.marks[each.fault](who, faultNames(link < 0 ? { node, fault: strike } : { node, fault: strike, link }));
  };
  const duration = (seconds: number) => formatDuration(seconds, t.common.duration);
  return (
    <Section title={words.incidents}>
      <ul className={styles.cards}>
        {detections.slice(-mostShown).map((each) => {
          const instances =
            each.instance < 0 ? names.node(each.node) : t.charts.someInstances(names.node(each.node), String(each.instance + 1));
          const { secondsToDetection, secondsToRepair } = each;
          const after = (seconds: number | null) => (seconds === null ? null : each.faultAt + seconds);
          const of = given({ faultAt: each.faultAt, noticedAt: after(secondsToDetection), overAt: after(secondsToRepair) });
          return (
            <li
              key={`${each.faultAt}/${each.node}/${each.instance}/${each.fault}/${each.strike}/${each.link}`}
              data-incident={each.fault}
              data-detected-after={secondsToDetection ?? ''}
            >
              <p className={styles.head}>
                <b>{nameOf(each, instances)}</b>
                <span className={styles.quietInline}>{formatClock(each.faultAt)}</span>
              </p>
              <dl className={styles.facts}>
                <Fact
                  why="fault-noticed"
                  of={of}
                  name={words.noticedAfter}
                  value={secondsToDetection === null ? words.unnoticed : duration(secondsToDetection)}
                />
                <Fact
                  why="fault-over"
                  of={of}
                  name={words.overAfter}
                  value={secondsToRepair === null ? words.goesOn : duration(secondsToRepair)}
                />
              </dl>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
