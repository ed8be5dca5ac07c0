/** The run so far, and every failover of it: how long it took, what it cost, and how each of these numbers was counted. */

import { lazy, Suspense, useMemo } from 'react';
import { useText } from '../i18n/text.ts';
import { type FailoverReport as Failover, failoversOf, recoveryRule } from '../runner/failovers.ts';
import { runStore } from '../store/runStore.ts';
import { formatClock, formatCount, formatShare } from '../ui/format.ts';
import styles from './FailoverReport.module.css';
import { failedDuring, incidentPoints, momentsOf, stagesOf } from './incident.ts';
import { useLive } from './live.ts';
import { RunSummary } from './RunSummary.tsx';
import { secondsTextIn } from './readOut.ts';
import { useNodeLabels } from './words.ts';

const IncidentChart = lazy(() => import('./IncidentChart.tsx').then((chunk) => ({ default: chunk.IncidentChart })));

export function FailoverReport() {
  const t = useText();
  const live = useLive();
  // The store's frames, not the thinned ones: these numbers are exact.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `live` changes when the store does
  const failovers = useMemo(() => {
    const { frames, layout, notes } = runStore.getState();
    return layout ? failoversOf(frames, layout, notes) : [];
  }, [live]);
  return (
    <div className={styles.report}>
      <section className={styles.box}>
        <h3>{t.charts.summary.title}</h3>
        <RunSummary />
      </section>
      {failovers.length === 0 && (
        <div className={styles.none}>
          <p>{t.charts.report.none}</p>
          <p>{t.charts.report.noneHelp}</p>
        </div>
      )}
      {failovers.map((failover) => (
        <Incident key={`${failover.node}/${failover.faultAt}`} failover={failover} version={live} />
      ))}
      {failovers.length > 0 && <Counted />}
    </div>
  );
}

function Incident({ failover, version }: { failover: Failover; version: unknown }) {
  const t = useText();
  const labels = useNodeLabels();
  const { report } = t.charts;
  const durationText = secondsTextIn(t);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` changes when the store's frames do
  const { failed, points, now } = useMemo(() => {
    const { frames, layout } = runStore.getState();
    const end = frames.at(-1)?.end ?? failover.faultAt;
    if (!layout) return { failed: 0, points: [], now: end };
    return { failed: failedDuring(failover, frames, layout), points: incidentPoints(failover, frames, layout), now: end };
  }, [failover, version]);
  const label = labels[failover.node] ?? t.charts.system;
  const before = t.common.instanceOf(label, failover.instance + 1);
  const isOver = failover.secondsToPromotion !== null;
  const seconds = failover.secondsToPromotion ?? Math.max(0, now - failover.faultAt);
  return (
    <section className={styles.box} data-failover={label} data-over={isOver}>
      <h3>{report.of(label)}</h3>
      <p className={styles.lead}>
        {failover.promotedInstance === null
          ? report.under(before)
          : report.from(before, t.common.instanceOf(label, failover.promotedInstance + 1))}
      </p>
      <dl className={styles.figures}>
        <Big
          metric="failover-seconds"
          value={failover.secondsToPromotion}
          text={durationText(seconds)}
          label={report.took}
          beside={isOver ? '' : report.tookSoFar}
        />
        <Big
          metric="writes-refused"
          value={failover.writesRefused}
          text={formatCount(failover.writesRefused)}
          label={report.refused}
          beside={report.writes}
        />
        <Big
          metric="writes-lost"
          value={failover.acknowledgedWritesLost}
          text={formatCount(failover.acknowledgedWritesLost)}
          label={report.lost}
          beside={report.writes}
        />
        <Big
          metric="stale-reads"
          value={failover.staleReads}
          text={formatCount(failover.staleReads)}
          label={report.stale}
          beside={report.reads}
        />
        <Big metric="failed-requests" value={failed} text={formatCount(failed)} label={report.failed} beside={report.requests} />
      </dl>
      <Course failover={failover} now={now} />
      <h4>{report.chart}</h4>
      <Suspense fallback={<div className={styles.waiting} />}>
        <IncidentChart points={points} moments={momentsOf(failover)} />
      </Suspense>
    </section>
  );
}

interface BigProps {
  metric: string;
  /** Exact; null while it is not known. */
  value: number | null;
  text: string;
  label: string;
  beside: string;
}

function Big({ metric, value, text, label, beside }: BigProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b data-metric={metric} data-value={value === null ? '' : String(value)}>
          {text}
        </b>
        <small>{beside}</small>
      </dd>
    </div>
  );
}

/** Fault, noticed, promoted, recovered: a bar to scale, and under it each moment with its time, where nothing can collide. */
function Course({ failover, now }: { failover: Failover; now: number }) {
  const t = useText();
  const { report } = t.charts;
  const durationText = secondsTextIn(t);
  const stages = stagesOf(failover, now);
  const words = stages.map(({ after, seconds, isOpen }) =>
    report.stage((isOpen ? report.stagesOpen : report.stages)[after], durationText(seconds)),
  );
  return (
    <div className={styles.course}>
      <div className={styles.bar} role="img" aria-label={report.bar(words.join(', '))}>
        {stages.map(({ after, seconds, isOpen }, i) => (
          <span key={after} className={styles.stage} data-after={after} data-open={isOpen} style={{ flexGrow: seconds }} title={words[i]} />
        ))}
      </div>
      <ol className={styles.moments}>
        {momentsOf(failover).map(({ name, at }) => (
          <li key={name} data-moment={name} data-value={at === null ? '' : String(at)}>
            <b>{report.moments[name]}</b>
            <span>{at === null ? report.notYet : formatClock(at)}</span>
            <small>{at === null || name === 'fault' ? '' : `+${durationText(at - failover.faultAt)}`}</small>
          </li>
        ))}
      </ol>
      <ul className={styles.stageKey}>
        {stages.map(({ after }, i) => (
          <li key={after} data-after={after}>
            <i aria-hidden="true" /> {words[i]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Counted() {
  const t = useText();
  const { report } = t.charts;
  const rows = [
    [report.took, report.tookHelp],
    [report.refused, report.refusedHelp],
    [report.lost, report.lostHelp],
    [report.stale, report.staleHelp],
    [report.failed, report.failedHelp],
    [report.moments.recovered, report.recoveredHelp(secondsTextIn(t)(recoveryRule.seconds), formatShare(recoveryRule.availability))],
  ] as const;
  return (
    <details className={styles.counted}>
      <summary>{report.counted}</summary>
      <dl>
        {rows.map(([term, help]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
