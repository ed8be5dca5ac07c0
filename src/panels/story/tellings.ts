/** What there is to say, put into words: effect, cause, and what comes after. The most urgent first. */

import type { ScenarioEvent } from '../../design/design.ts';
import type { Effect } from '../../runner/diagnosis/effect.ts';
import type { Broken } from '../../runner/diagnosis/faults.ts';
import type { Lever } from '../../runner/diagnosis/remedies.ts';
import { formatClock, formatCount, formatDuration, formatNumber, formatShare } from '../../ui/format.ts';
import { scenarioText } from '../scenarioText.ts';
import { causeText, labelAt, partText, type Tongue } from './causeText.ts';
import type { Told } from './useDiagnosis.ts';

export interface Telling {
  kind: 'ended' | 'alert' | 'failing' | 'slow' | 'strained' | 'recovered' | 'failover' | 'site' | 'harmless' | 'limited' | 'fine' | 'quiet';
  /** Simulated seconds it is about; null where it is about no moment. */
  at: number | null;
  /** What users notice, or all that there is to say. */
  effect: string;
  cause: string;
  levers: readonly Lever[];
  /** How the last change turned out. */
  aftermath: string;
  /** There is a report of it. */
  hasReport: boolean;
}

const plain = { at: null, cause: '', levers: [], aftermath: '', hasReport: false } as const;

export function tellingOf(told: Told, tongue: Tongue): Telling {
  const { t, words } = tongue;
  const { ended, alert, diagnosis, recovery, failover, site } = told;
  if (ended) return { ...plain, kind: 'ended', at: ended.at, effect: t.panels.story[ended.why](formatCount(ended.calls)) };
  if (alert) {
    const { code, time, node, value } = alert;
    const amount =
      code === 'alert-errors' || code === 'alert-cpu'
        ? formatShare(value)
        : code === 'alert-latency'
          ? formatDuration(value, t.common.duration)
          : code === 'alert-burn'
            ? formatNumber(value, 'x')
            : formatCount(value);
    return { ...plain, kind: 'alert', at: time, effect: t.charts.marks[code](labelAt(told, node), amount) };
  }
  if (!diagnosis) return { ...plain, kind: 'quiet', effect: words.quiet };
  const aftermath = aftermathText(told, tongue);
  const hasReport = failover !== null || site !== null;
  const { kind, effect, cause, levers } = diagnosis;
  if (kind === 'failing' || kind === 'slow' || kind === 'strained') {
    const because = cause ? causeText(told, cause, tongue) : told.design.settings?.onlyMyTools ? words.unseen : words.unknown;
    return { kind, at: null, effect: effectText(effect, tongue), cause: because, levers, aftermath, hasReport };
  }
  if (recovery) {
    const lasted = formatDuration(recovery.until - recovery.since, t.common.duration);
    return {
      ...plain,
      kind: 'recovered',
      at: recovery.until,
      effect: words.recovered(lasted, formatCount(recovery.lost)),
      aftermath,
      hasReport,
    };
  }
  const incident = site ? siteText(told, tongue) : failover ? failoverText(told, tongue) : null;
  if (incident) return { ...plain, ...incident, aftermath, hasReport };
  if (kind === 'harmless' && diagnosis.broken) return { ...plain, kind, ...harmlessText(told, diagnosis.broken, tongue), aftermath };
  if (kind === 'limited') return { ...plain, kind, effect: words.limited(formatShare(effect.now.limitedShare)), aftermath };
  const { busiest } = diagnosis;
  const room = busiest ? ` ${words.busiest(labelAt(told, busiest.node), formatShare(busiest.busyShare))}` : '';
  return { ...plain, kind: 'fine', effect: words.fine + room, aftermath };
}

function effectText({ kind, since, now, before }: Effect, { t, words }: Tongue): string {
  if (kind === 'none') return words.strained;
  const clock = formatClock(since ?? 0);
  const seconds = (value: number) => formatDuration(value, t.common.duration);
  if (kind === 'failing') {
    const [first, second] = now.reasons;
    const named = [first, second]
      .filter(Boolean)
      .map(({ reason, share }) =>
        share > 0.95 ? t.common.outcomes[reason] : t.panels.story.reason(t.common.outcomes[reason], formatShare(share)),
      );
    return words.failing(formatShare(now.failedShare), named.join(', '), clock);
  }
  const p99 = seconds(now.p99 ?? 0);
  return before?.p99 ? words.slowWas(p99, seconds(before.p99), clock) : words.slow(p99, clock);
}

function aftermathText({ aftermath, design }: Told, { t, words, fields }: Tongue): string {
  if (!aftermath) return '';
  const { change, before, after, verdict } = aftermath;
  const seconds = (value: number) => formatDuration(value, t.common.duration);
  const parts = [
    before.p99 !== null && after.p99 !== null ? words.p99(seconds(before.p99), seconds(after.p99)) : '',
    before.failedShare > 0.0005 || after.failedShare > 0.0005
      ? words.failed(formatShare(before.failedShare), formatShare(after.failedShare))
      : '',
  ];
  const what = parts.filter(Boolean).join(', ');
  return what && words.aftermath[verdict](scenarioText(change as ScenarioEvent, design, fields, t), formatClock(change.at), what);
}

function harmlessText(told: Told, broken: Broken, { t, words }: Tongue): Pick<Telling, 'at' | 'effect'> {
  return { at: broken.since, effect: words.harmless(partText(told, broken, t), words.how[broken.how], formatClock(broken.since)) };
}

function failoverText(told: Told, { t }: Tongue): Pick<Telling, 'kind' | 'at' | 'effect'> {
  const report = told.failover!;
  const took = report.secondsWithoutPrimary;
  const words = t.events.failover;
  const label = labelAt(told, report.node);
  const about = { kind: 'failover', at: report.faultAt } as const;
  // A caption stands for seconds: what still grows would be false before it is read.
  if (took === null) return { ...about, effect: words.running(label, formatClock(report.faultAt)) };
  const head = (report.returnedAt === null ? words.done : words.itself)(label, formatDuration(took, t.common.duration));
  const cost = words.cost(formatCount(report.writesRefused), formatCount(report.acknowledgedWritesLost), formatCount(report.staleReads));
  return { ...about, effect: `${head}: ${cost}` };
}

function siteText(told: Told, { t }: Tongue): Pick<Telling, 'kind' | 'at' | 'effect'> {
  const site = told.site!;
  const label = told.design.groups.find(({ id }) => id === site.group)?.label ?? t.common.regions[site.region];
  const words = t.events.site;
  const duration = (seconds: number) => formatDuration(seconds, t.common.duration);
  const found = site.foundAt === null ? words.unfound : words.found(duration(site.foundAt - site.faultAt));
  const about = { kind: 'site', at: site.faultAt } as const;
  if (site.backAt === null) return { ...about, effect: `${words.down(label, formatClock(site.faultAt))}: ${found}` };
  const head = words.back(label, duration(site.backAt - site.faultAt));
  return { ...about, effect: `${head}: ${found}, ${words.cost(formatCount(site.sentThere))}` };
}
