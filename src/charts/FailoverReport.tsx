/** The run so far, and every failover of it: how long it took, what it cost, and how each of these numbers was counted. */

import { Suspense, useMemo } from 'react';
import { useText } from '../i18n/text.ts';
import { type FailoverReport as Failover, failoversOf, recoveryRule } from '../runner/failovers.ts';
import { siteFailuresOf } from '../runner/siteFailures.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import { runStore } from '../store/runStore.ts';
import { formatCount, formatShare } from '../ui/format.ts';
import { given } from '../ui/given.ts';
import { latePart } from '../ui/latePart.tsx';
import { FailedBy } from './FailedBy.tsx';
import styles from './FailoverReport.module.css';
import { failedDuring, incidentPoints, momentsOf, stagesOf } from './incident.ts';
import { useLive } from './live.ts';
import { RunSummary } from './RunSummary.tsx';
import { secondsTextIn } from './readOut.ts';
import { Big, BigCount, besideOf, Course, Reasons, verdictOf } from './reportParts.tsx';
import { SiteIncident } from './SiteIncident.tsx';
import { useNodeLabels } from './words.ts';

const IncidentChart = latePart(async () => (await import('./IncidentChart.tsx')).IncidentChart);

export function FailoverReport() {
  const t = useText();
  const live = useLive();
  const design = useDesign((state) => state.design);
  // The store's frames, not the thinned ones: these numbers are exact.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `live` changes when the store does
  const { failovers, sites } = useMemo(() => {
    const { frames, layout, notes, index } = runStore.getState();
    if (!layout || !index) return { failovers: [], sites: [] };
    return { failovers: failoversOf(frames, layout, notes), sites: siteFailuresOf(design, index, layout, frames, notes) };
  }, [live, design]);
  const isQuiet = failovers.length + sites.length === 0;
  return (
    <div className={styles.report}>
      <section className={styles.box}>
        <h3>{t.charts.summary.title}</h3>
        <RunSummary>{live.tally && <FailedBy tally={live.tally} />}</RunSummary>
      </section>
      {isQuiet && (
        <div className={styles.none}>
          <p>{t.charts.report.none}</p>
          <p>{t.charts.report.noneHelp}</p>
        </div>
      )}
      {sites.map((site) => (
        <SiteIncident key={`${site.group}/${site.faultAt}`} site={site} version={live} />
      ))}
      {failovers.map((failover) => (
        <Incident key={`${failover.node}/${failover.faultAt}`} failover={failover} version={live} />
      ))}
      {!isQuiet && <Counted />}
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
  const targets = useTargets(failover.node);
  const isOver = failover.secondsWithoutPrimary !== null;
  const lostInConflict = failover.acknowledgedWritesLost > 0 && failover.secondsLost === 0;
  const rpoText =
    failover.acknowledgedWritesLost === 0 ? report.nothing : lostInConflict ? report.scattered : durationText(failover.secondsLost);
  const seconds = failover.secondsWithoutPrimary ?? Math.max(0, now - failover.faultAt);
  const from = failover.faultAt;
  const span = { from, to: failover.recoveredAt ?? now };
  return (
    <section className={styles.box} data-failover={label} data-over={isOver}>
      <h3>{report.of(label)}</h3>
      <p className={styles.lead}>
        {failover.promotedInstance === null
          ? (failover.returnedAt === null ? report.under : report.itself)(before)
          : (failover.splitAt === null ? report.from : report.beside)(before, t.common.instanceOf(label, failover.promotedInstance + 1))}
      </p>
      <dl className={styles.figures}>
        <Big
          metric="failover-seconds"
          of={given({ from, to: from + seconds })}
          value={failover.secondsWithoutPrimary}
          text={durationText(seconds)}
          label={failover.splitAt === null ? report.took : report.tookBeside}
          beside={isOver ? '' : report.tookSoFar}
        />
        <Big
          metric="rto"
          of={given(span)}
          value={failover.secondsToRecovery}
          text={durationText(failover.secondsToRecoveryAtLeast)}
          label={report.rto}
          beside={besideOf(
            failover.secondsToRecovery === null && report.tookSoFar,
            targets.rto > 0 && report.target(durationText(targets.rto)),
          )}
          verdict={targets.rto > 0 ? verdictOf(failover.secondsToRecoveryAtLeast, targets.rto, failover.recoveredAt !== null) : null}
        />
        <Big
          metric="rpo"
          of={given({ lostWrites: failover.acknowledgedWritesLost, lostSeconds: failover.secondsLost })}
          value={failover.secondsLost}
          text={rpoText}
          label={report.rpo}
          beside={report.target(targets.rpo > 0 ? durationText(targets.rpo) : report.nothing)}
          verdict={isOver && !lostInConflict ? verdictOf(failover.secondsLost, targets.rpo, true) : null}
        />
        <BigCount metric="writes-refused" value={failover.writesRefused} label={report.refused} beside={report.writes} span={span} />
        <BigCount metric="writes-lost" value={failover.acknowledgedWritesLost} label={report.lost} beside={report.writes} span={span} />
        <BigCount metric="stale-reads" value={failover.staleReads} label={report.stale} beside={report.reads} span={span} />
        <BigCount metric="failed-requests" value={failed} label={report.failed} beside={report.requests} span={span} />
        <BigCount metric="sessions-lost" value={failover.sessionsLost} label={report.sessions} beside={report.logins} span={span} />
        {failover.splitAt !== null && (
          <BigCount
            metric="diverged"
            value={failover.writesDiverged}
            label={report.diverged}
            beside={report.conflicts(formatCount(failover.conflicts))}
            span={span}
          />
        )}
      </dl>
      <Reasons failed={failover.failed} span={span} />
      <Course
        faultAt={failover.faultAt}
        moments={momentsOf(failover)}
        stages={stagesOf(failover, now)}
        words={{ moments: report.moments, stages: report.stages, stagesOpen: report.stagesOpen }}
      />
      <h4>{report.chart}</h4>
      <Suspense fallback={<div className={styles.waiting} />}>
        <IncidentChart id="failover" points={points} moments={momentsOf(failover)} />
      </Suspense>
    </section>
  );
}

/** What the part promises, by its settings; 0 = nothing. */
function useTargets(node: number): { rto: number; rpo: number } {
  const index = useRun((state) => state.index);
  const params = useDesign((state) => state.design.nodes.find(({ id }) => id === index?.nodes[node]?.id)?.params);
  return { rto: Number(params?.rtoTargetSeconds ?? 0), rpo: Number(params?.rpoTargetSeconds ?? 0) };
}

function Counted() {
  const t = useText();
  const { report } = t.charts;
  const rows = [
    [report.took, report.tookHelp],
    [report.rto, report.rtoHelp],
    [report.rpo, report.rpoHelp],
    [report.refused, report.refusedHelp],
    [report.lost, report.lostHelp],
    [report.stale, report.staleHelp],
    [report.failed, report.failedHelp],
    [report.sessions, report.sessionsHelp],
    [report.diverged, report.divergedHelp],
    [report.site.sent, report.site.sentHelp],
    [report.site.onlyThere, report.site.onlyThereHelp],
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
