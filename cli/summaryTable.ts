/** A summary as text for people: fixed width, three significant digits, no word that depends on the machine. */

import { failureReasons, type RequestClass, requestClasses } from '../src/engine/plan.ts';
import type { Detection } from '../src/runner/detections.ts';
import type { FailoverReport } from '../src/runner/failovers.ts';
import type { RequestSummary, Summary } from '../src/runner/summary.ts';

export const none = '–';

/** Listed always; the others only where somebody asks for them. */
const usualClasses: readonly RequestClass[] = ['static', 'read', 'write'];

/** Three significant digits down to a millionth, without exponents; whole numbers in full. */
export function digits(value: number): string {
  if (Number.isInteger(value)) return String(value);
  let places = 2;
  for (let size = Math.abs(value); size < 1 && places < 6; size *= 10) places++;
  for (let size = Math.abs(value); size >= 10 && places > 0; size /= 10) places--;
  const text = value.toFixed(places);
  return Number(text) === 0 ? '0' : text;
}

export const ms = (seconds: number | null): string => (seconds === null ? none : `${digits(seconds * 1000)} ms`);
const secondsText = (seconds: number | null): string => (seconds === null ? none : `${digits(seconds)} s`);
/** Never "100 %" for what is not all of it. */
export function percent(share: number | null): string {
  if (share === null) return none;
  const text = (share * 100).toFixed(2);
  return text === '100.00' && share < 1 ? '99.99 %' : `${text} %`;
}

/** Names to the left and numbers to the right; of two columns the second is read beside the first. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 || row.length === 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

function requestRow(name: string, r: RequestSummary): string[] {
  const { p50, p95, p99, p999 } = r.latency;
  return [name, String(r.offered), String(r.completed), String(r.failed), percent(r.availability), ms(p50), ms(p95), ms(p99), ms(p999)];
}

function failoverText(report: FailoverReport, labelOf: (node: number) => string): string {
  const instance = report.promotedInstance === null ? none : `#${report.promotedInstance + 1}`;
  return table([
    [`failover of ${labelOf(report.node)}`, `#${report.instance + 1} → ${instance}`],
    ['fault at', secondsText(report.faultAt)],
    ['noticed at', secondsText(report.noticedAt)],
    ['promoted at', secondsText(report.promotedAt)],
    ['recovered at', secondsText(report.recoveredAt)],
    ['without a primary', secondsText(report.secondsWithoutPrimary)],
    ['recovery time', secondsText(report.secondsToRecovery)],
    ['writes refused', String(report.writesRefused)],
    ['acknowledged writes lost', String(report.acknowledgedWritesLost)],
    ['stale reads', String(report.staleReads)],
  ]);
}

const mostDetections = 20;

function detectionTable(detections: readonly Detection[], labelOf: (node: number) => string): string {
  const part = (node: number, instance: number) => `${labelOf(node)}${instance < 0 ? '' : ` #${instance + 1}`}`;
  return table([
    ['fault', 'at', 'noticed after', 'by', 'over after'],
    ...detections
      .slice(0, mostDetections)
      .map((each) => [
        `${each.fault} of ${part(each.node, each.instance)}`,
        secondsText(each.faultAt),
        secondsText(each.secondsToDetection),
        each.alert === null ? none : `${each.alert} ${labelOf(each.alertNode)}`,
        secondsText(each.secondsToRepair),
      ]),
  ]);
}

/** The whole report. `head` are the lines above it, e.g. title and seed. */
export function summaryTable(summary: Summary, head: readonly (readonly [string, string])[]): string {
  const { all, ratesPerSecond, staleReads, amplification, inFlight, alarms } = summary;
  const failed = [...failureReasons.map((reason) => `${reason} ${all.failedBy[reason]}`), `and over a limit ${all.limited}`].join(', ');
  const labelOf = (node: number) => summary.nodes[node].id;
  const parts = summary.nodes.map((node) => [
    node.id,
    node.kind,
    String(node.arrived),
    String(node.failed),
    String(node.vain),
    node.utilization ? percent(node.utilization.mean) : none,
    node.utilization ? percent(node.utilization.max) : none,
    digits(node.queue.mean),
    digits(node.queue.max),
    node.hotRatio === null ? none : digits(node.hotRatio),
    percent(node.hitRatio),
    node.backlog === null ? none : String(node.backlog),
  ]);
  return [
    table(head),
    table([
      ['requests', 'offered', 'completed', 'failed', 'availability', 'p50', 'p95', 'p99', 'p99.9'],
      requestRow('all', all),
      ...requestClasses
        .filter((name) => usualClasses.includes(name) || summary.classes[name].offered > 0)
        .map((name) => requestRow(name, summary.classes[name])),
    ]),
    table([
      ['offered', `${digits(ratesPerSecond.offered)} /s`],
      ['attempts', `${digits(ratesPerSecond.attempts)} /s`],
      ['goodput', `${digits(ratesPerSecond.goodput)} /s`],
      ['failed', `${digits(ratesPerSecond.failed)} /s (${failed})`],
      ['stale reads', `${staleReads.count} (${percent(staleReads.rate)} of reads)`],
      [`amplification at ${amplification.nodes.join(', ') || none}`, amplification.factor === null ? none : digits(amplification.factor)],
      ['backlog at the end', String(summary.backlog)],
      ['in flight', `${inFlight.atStart} → ${inFlight.atEnd}`],
      ['conservation', summary.conserved ? 'holds in every frame' : 'BROKEN'],
    ]),
    table([
      ['part', 'kind', 'arrived', 'failed', 'in vain', 'use', 'use max', 'queue', 'queue max', 'hottest/mean', 'hits', 'backlog'],
      ...parts,
    ]),
    ...summary.failovers.map((report) => failoverText(report, labelOf)),
    ...(alarms.raised + alarms.missed > 0 ? [`alerts: ${alarms.raised}, false: ${alarms.false}, faults missed: ${alarms.missed}`] : []),
    ...(summary.detections.length > 0 ? [detectionTable(summary.detections, labelOf)] : []),
  ].join('\n\n');
}
