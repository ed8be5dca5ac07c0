import { CircleCheck, CircleHelp, Equal, Scale } from 'lucide-react';
import { useLateText } from '../../i18n/lateText.ts';
import type { MetricComparison, Verdict as VerdictCode } from '../../runner/compareWorlds.ts';
import { type MetricEstimate, type MetricName, metrics } from '../../runner/worldMetrics.ts';
import { precisionOf } from '../../statistics/interval.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './Replicas.module.css';
import { intervalText, isNoneSeen, replicaText, roughShare, sayComparison, valueText } from './replicaWords.ts';
import { ofBoth, ofWorlds, WorldsWhy } from './WorldsWhy.tsx';

/** Who wins is marked with the letter that stands above; otherwise with why nobody does. */
function Sign({ verdict }: { verdict: VerdictCode }) {
  switch (verdict) {
    case 'a-better':
      return <i className={styles.badge} data-tone="a" data-letter="A" aria-hidden />;
    case 'b-better':
      return <i className={styles.badge} data-tone="b" data-letter="B" aria-hidden />;
    case 'not-real':
      return <Scale size={20} aria-hidden />;
    case 'same':
      return <Equal size={20} aria-hidden />;
    case 'too-little':
      return <CircleHelp size={20} aria-hidden />;
  }
}

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
        return (
          <div key={name} className={styles.verdict} data-metric-verdict={name} data-verdict={comparison.verdict}>
            <Sign verdict={comparison.verdict} />
            <p>
              <small>
                <WorldsWhy name={name} of={ofBoth(metrics[name].unit, [comparison.a.value, comparison.b.value], comparison)} />
              </small>
              <b>{headline}</b>
              <span>{detail}</span>
            </p>
          </div>
        );
      })}
    </div>
  );
}

interface AloneVerdictProps {
  found: readonly ({ name: MetricName } & MetricEstimate)[];
  worlds: number;
  requests: number;
}

/** How well the numbers of one design are known. */
export function AloneVerdict({ found, worlds, requests }: AloneVerdictProps) {
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
              <small>
                <WorldsWhy name={name} of={ofWorlds(name, worlds, estimate)} />
              </small>
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
