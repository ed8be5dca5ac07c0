/** The loss of a data centre: found out, its people led elsewhere, served again, back. */

import { Suspense, useMemo } from 'react';
import type { DesignNode, Id } from '../design/design.ts';
import { useText } from '../i18n/text.ts';
import type { SiteFailure } from '../runner/siteFailures.ts';
import { useDesign } from '../store/hooks.ts';
import { runStore } from '../store/runStore.ts';
import { given } from '../ui/given.ts';
import { latePart } from '../ui/latePart.tsx';
import styles from './FailoverReport.module.css';
import { failedDuring, incidentPoints, type Moment, stagesBetween } from './incident.ts';
import { secondsTextIn } from './readOut.ts';
import { Big, BigCount, besideOf, Course, Reasons, verdictOf } from './reportParts.tsx';

const IncidentChart = latePart(async () => (await import('./IncidentChart.tsx')).IncidentChart);

type SiteMoment = 'fault' | 'found' | 'half' | 'shifted' | 'recovered' | 'back' | 'returned';

/** In order. Of what has not come only what is waited for is told. */
function momentsOf(site: SiteFailure): readonly Moment<SiteMoment>[] {
  const moments: Moment<SiteMoment>[] = [
    { name: 'fault', at: site.faultAt },
    { name: 'found', at: site.foundAt },
    { name: 'half', at: site.halfAt },
    { name: 'shifted', at: site.shiftedAt },
    { name: 'back', at: site.backAt },
    { name: 'returned', at: site.returnedAt },
    { name: 'recovered', at: site.recoveredAt },
  ];
  const came = moments.filter(({ at }) => at !== null).sort((a, b) => (a.at as number) - (b.at as number));
  return [...came, ...moments.filter(({ name, at }) => at === null && (name === 'found' || name === 'recovered'))];
}

/** The strictest of what its parts promise, in seconds; 0 = nothing. */
function targetsOf(nodes: readonly DesignNode[], group: Id): { rto: number; rpo: number } {
  const inside = nodes.filter((node) => node.group === group);
  const least = (name: string) => {
    const promised = inside.map(({ params }) => Number(params[name] ?? 0)).filter((seconds) => seconds > 0);
    return promised.length === 0 ? 0 : Math.min(...promised);
  };
  return { rto: least('rtoTargetSeconds'), rpo: least('rpoTargetSeconds') };
}

export function SiteIncident({ site, version }: { site: SiteFailure; version: unknown }) {
  const t = useText();
  const { report } = t.charts;
  const durationText = secondsTextIn(t);
  const label = useDesign((state) => state.design.groups.find(({ id }) => id === site.group)?.label) ?? t.common.regions[site.region];
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` changes when the store's frames do
  const { failed, points, now } = useMemo(() => {
    const { frames, layout } = runStore.getState();
    const end = frames.at(-1)?.end ?? site.faultAt;
    if (!layout) return { failed: 0, points: [], now: end };
    return { failed: failedDuring(site, frames, layout), points: incidentPoints(site, frames, layout), now: end };
  }, [site, version]);
  const nodes = useDesign((state) => state.design.nodes);
  const targets = targetsOf(nodes, site.group);
  const moments = momentsOf(site);
  const stages = stagesBetween<SiteMoment>(moments, 'returned', now);
  const span = { from: site.faultAt, to: site.recoveredAt ?? now };
  return (
    <section className={styles.box} data-site={site.group}>
      <h3>{report.site.of(label)}</h3>
      <p className={styles.lead}>
        {site.foundAt === null ? report.site.unfound : report.site.found(durationText(site.foundAt - site.faultAt))}
      </p>
      <dl className={styles.figures}>
        <Big
          metric="site-rto"
          of={given(span)}
          value={site.secondsToRecovery}
          text={durationText(site.secondsToRecoveryAtLeast)}
          label={report.rto}
          beside={besideOf(
            site.secondsToRecovery === null && report.tookSoFar,
            targets.rto > 0 && report.target(durationText(targets.rto)),
          )}
          verdict={targets.rto > 0 ? verdictOf(site.secondsToRecoveryAtLeast, targets.rto, site.recoveredAt !== null) : null}
        />
        {site.secondsOnlyThere === null ? null : (
          <Big
            metric="rpo"
            of={given({ lostWrites: site.onlyThere, lostSeconds: site.secondsOnlyThere })}
            value={site.secondsOnlyThere}
            text={site.onlyThere === 0 ? report.nothing : durationText(site.secondsOnlyThere)}
            label={report.rpo}
            beside={report.target(targets.rpo > 0 ? durationText(targets.rpo) : report.nothing)}
            verdict={verdictOf(site.secondsOnlyThere, targets.rpo, true)}
          />
        )}
        <BigCount metric="sent-to-dead-site" value={site.sentThere} label={report.site.sent} beside={report.requests} span={span} />
        <BigCount metric="failed-requests" value={failed} label={report.failed} beside={report.requests} span={span} />
        {site.onlyThere === null ? null : (
          <BigCount metric="only-there" value={site.onlyThere} label={report.site.onlyThere} beside={report.writes} span={span} />
        )}
        <BigCount metric="writes-lost" value={site.acknowledgedWritesLost} label={report.lost} beside={report.writes} span={span} />
        <BigCount metric="stale-reads" value={site.staleReads} label={report.stale} beside={report.reads} span={span} />
        <BigCount metric="sessions-lost" value={site.sessionsLost} label={report.sessions} beside={report.logins} span={span} />
      </dl>
      <Reasons failed={site.failed} span={span} />
      <Course faultAt={site.faultAt} moments={moments} stages={stages} words={report.site} />
      <h4>{report.chart}</h4>
      <Suspense fallback={<div className={styles.waiting} />}>
        <IncidentChart id="place-lost" points={points} moments={moments} />
      </Suspense>
    </section>
  );
}
