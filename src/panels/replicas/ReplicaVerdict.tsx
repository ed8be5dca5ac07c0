import { CircleCheck, CircleHelp, Equal, Scale } from 'lucide-react';
import { useLateText } from '../../i18n/lateText.ts';
import type { MetricComparison, Verdict as VerdictCode } from '../../runner/compareWorlds.ts';
import type { MetricEstimate, MetricName } from '../../runner/worldMetrics.ts';
import { precisionOf } from '../../statistics/interval.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './Replicas.module.css';
import { intervalText, isNoneSeen, replicaText, roughShare, sayComparison, valueText } from './replicaWords.ts';

const icons: Record<VerdictCode, typeof Scale> = {
  'b-better': CircleCheck,
  'a-better': CircleCheck,
  'not-real': Scale,
  same: Equal,
  'too-little': CircleHelp,
};

/** What people ask about first; the rest is in the table. */
const told: readonly MetricName[] = ['p99', 'goodput', 'failed'];

/** The answer in words: the response time large, goodput and failures below it. */
export function Verdict({ found }: { found: readonly MetricComparison[] }) {
  const words = useLateText(replicaText);
  return (
    <div className={styles.verdicts} aria-live="polite">
      {told.map((name) => {
        const comparison = found.find((each) => each.name === name);
        if (!comparison) return null;
        const { headline, detail } = sayComparison(words, comparison);
        const Icon = icons[comparison.verdict];
        return (
          <div key={name} className={styles.verdict} data-metric-verdict={name} data-verdict={comparison.verdict}>
            <Icon size={20} aria-hidden />
            <p>
              <small>{words.metrics[name]}</small>
              <b>{headline}</b>
              <span>{detail}</span>
            </p>
          </div>
        );
      })}
    </div>
  );
}

/** How well the numbers of one design are known. */
export function AloneVerdict({ found, requests }: { found: readonly ({ name: MetricName } & MetricEstimate)[]; requests: number }) {
  const words = useLateText(replicaText);
  return (
    <div className={styles.verdicts} aria-live="polite">
      {told.map((name) => {
        const estimate = found.find((each) => each.name === name);
        if (!estimate) return null;
        const { value, interval } = estimate;
        const isNone = isNoneSeen(name, value);
        const precision = interval && !isNone ? precisionOf(interval) : null;
        const isKnown = isNone || (precision?.isConverged ?? false);
        const Icon = isKnown ? CircleCheck : CircleHelp;
        const detail = isNone
          ? words.noneSeenHelp(formatCount(requests))
          : interval
            ? words.intervalIs(intervalText(words, name, interval))
            : words.tooLittleHelp(words.inSentence[name]);
        return (
          <div key={name} className={styles.verdict} data-metric-verdict={name} data-verdict={isKnown ? 'known' : 'open'}>
            <Icon size={20} aria-hidden />
            <p>
              <small>{words.metrics[name]}</small>
              <b>{value === null ? words.tooLittle : valueText(name, value)}</b>
              <span>
                {detail}
                {precision && !precision.isConverged && Number.isFinite(precision.relative)
                  ? ` · ${words.notConverged(roughShare(precision.relative))}`
                  : ''}
              </span>
            </p>
          </div>
        );
      })}
    </div>
  );
}
