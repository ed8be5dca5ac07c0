/** What reports of incidents are put together from: figures with what was promised, why requests failed, and the course of it. */

import { type FailureReason, failureReasons } from '../engine/plan.ts';
import { useText } from '../i18n/text.ts';
import { formatClock, formatCount } from '../ui/format.ts';
import { given } from '../ui/given.ts';
import { Why } from '../ui/Why.tsx';
import styles from './FailoverReport.module.css';
import type { Moment } from './incident.ts';
import { secondsTextIn } from './readOut.ts';

/** Whether a target was kept; null while it still may be. */
export const verdictOf = (measured: number, target: number, isOver: boolean): 'kept' | 'missed' | null =>
  measured > target ? 'missed' : isOver ? 'kept' : null;

/** What stands small beside a figure: all of it that there is. */
export const besideOf = (...said: readonly (string | false)[]): string => said.filter(Boolean).join(' · ');

interface BigProps {
  metric: string;
  /** What it was made of, as `Why` carries it. */
  of: string;
  /** Exact; null while it is not known. */
  value: number | null;
  text: string;
  label: string;
  beside: string;
  /** Whether what was promised was kept; null while nobody can say, or nothing was. */
  verdict?: 'kept' | 'missed' | null;
}

export function Big({ metric, of, value, text, label, beside, verdict = null }: BigProps) {
  const t = useText();
  return (
    <div data-verdict={verdict ?? undefined}>
      <dt>
        <Why metric={`incident-${metric}`} of={of}>
          {label}
        </Why>
      </dt>
      <dd>
        <b data-metric={metric} data-value={value === null ? '' : String(value)}>
          {text}
        </b>
        <small>{beside}</small>
        {verdict !== null && <em>{t.charts.report[verdict]}</em>}
      </dd>
    </div>
  );
}

/** From the fault until it was over, or until now. */
interface Span {
  from: number;
  to: number;
}

interface BigCountProps extends Pick<BigProps, 'metric' | 'label' | 'beside'> {
  value: number;
  span: Span;
}

/** Something that was counted while it lasted. */
export function BigCount({ value, span, ...rest }: BigCountProps) {
  return <Big {...rest} value={value} text={formatCount(value)} of={given({ count: value, ...span })} />;
}

/** How the requests that failed ended, most often first. */
export function Reasons({ failed, span }: { failed: Readonly<Record<FailureReason, number>>; span: Span }) {
  const t = useText();
  const reasons = failureReasons.filter((reason) => failed[reason] > 0).sort((a, b) => failed[b] - failed[a]);
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason} data-reason={reason} data-value={failed[reason]}>
          <Why metric={`incident-failed-${reason}`} of={given({ count: failed[reason], ...span })}>
            {t.common.outcomes[reason]}
          </Why>{' '}
          <b>{formatCount(failed[reason])}</b>
        </li>
      ))}
    </ul>
  );
}

export interface CourseWords<N extends string> {
  moments: Readonly<Record<N, string>>;
  /** Of the time after each moment, over and not over. */
  stages: Readonly<Record<string, string>>;
  stagesOpen: Readonly<Record<string, string>>;
}

interface CourseProps<N extends string> {
  faultAt: number;
  moments: readonly Moment<N>[];
  stages: readonly { after: N; seconds: number; isOpen: boolean }[];
  words: CourseWords<N>;
}

/** The course of an incident: a bar to scale, and under it each moment with its time, where nothing can collide. */
export function Course<N extends string>({ faultAt, moments, stages, words }: CourseProps<N>) {
  const t = useText();
  const { report } = t.charts;
  const durationText = secondsTextIn(t);
  const said = stages.map(({ after, seconds, isOpen }) =>
    report.stage((isOpen ? words.stagesOpen : words.stages)[after] ?? '', durationText(seconds)),
  );
  return (
    <div className={styles.course}>
      <div className={styles.bar} role="img" aria-label={report.bar(said.join(', '))}>
        {stages.map(({ after, seconds, isOpen }, i) => (
          <span key={after} className={styles.stage} data-after={after} data-open={isOpen} style={{ flexGrow: seconds }} title={said[i]} />
        ))}
      </div>
      <ol className={styles.moments}>
        {moments.map(({ name, at }) => (
          <li key={name} data-moment={name} data-value={at === null ? '' : String(at)}>
            <b>{words.moments[name]}</b>
            <span>{at === null ? report.notYet : formatClock(at)}</span>
            <small>{at === null || name === 'fault' ? '' : `+${durationText(at - faultAt)}`}</small>
          </li>
        ))}
      </ol>
      <ul className={styles.stageKey}>
        {stages.map(({ after }, i) => (
          <li key={after} data-after={after}>
            <i aria-hidden="true" /> {said[i]}
          </li>
        ))}
      </ul>
    </div>
  );
}
