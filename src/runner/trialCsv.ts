/** Trials as tables for spreadsheets: in full precision, the same from the page and from the command line. */

import { type Cell, toCsv } from '../design/csvText.ts';
import type { Probe } from './capacity.ts';
import type { Pairing } from './compareWorlds.ts';
import type { SweptPoint } from './sweep.ts';
import { type Axis, targetText } from './sweepAxis.ts';
import type { Broken, Damage } from './weakPoints.ts';
import { type MetricName, metrics } from './worldMetrics.ts';

const unitText = { seconds: 's', 'per-second': '1/s', share: 'share', count: 'count', usd: 'USD' } as const;

export function sweepCsv(axes: readonly Axis[], points: readonly SweptPoint[], metric: MetricName): string {
  const name = `${metric} (${unitText[metrics[metric].unit]})`;
  return toCsv(
    [...axes.map(({ target }) => targetText(target)), 'worlds', name, 'low (95 %)', 'high (95 %)'],
    points.map(({ values, worlds, value, interval }): Cell[] => [...values, worlds, value, interval?.low ?? null, interval?.high ?? null]),
  );
}

export function capacityCsv(probes: readonly Probe[], idOf: (node: number) => string): string {
  return toCsv(
    [
      'traffic (x)',
      'offered (1/s)',
      'worlds',
      'p99 (s)',
      'p99 low',
      'p99 high',
      'failed (share)',
      'verdict',
      'fullest part',
      'busy (share)',
    ],
    probes.map(({ factor, offeredPerSecond, worlds, p99, failed, verdict, fullest }): Cell[] => [
      factor,
      offeredPerSecond,
      worlds,
      p99?.value ?? null,
      p99?.low ?? null,
      p99?.high ?? null,
      failed,
      verdict,
      fullest ? idOf(fullest.node) : null,
      fullest?.share ?? null,
    ]),
  );
}

export function weakCsv(found: readonly { broken: Broken; damage: Damage }[]): string {
  return toCsv(
    [
      'taken away',
      'id',
      'failed requests',
      'failed (share)',
      'seconds below target',
      'lost writes',
      'lost messages',
      'seconds to recover',
      'single point',
    ],
    found.map(({ broken: { what, id }, damage }): Cell[] => [
      what,
      id,
      damage.failed,
      damage.failedShare,
      damage.secondsBelow,
      damage.lostWrites,
      damage.lostMessages,
      damage.secondsToRecover,
      damage.isSinglePoint ? 'yes' : 'no',
    ]),
  );
}

/** One number of two designs: what each has come to, and what many worlds say of the difference. */
export interface PairNumber {
  name: string;
  unit: keyof typeof unitText;
  values: readonly [number | null, number | null];
  /** Null before worlds were played. */
  found: Pairing | null;
}

export function pairCsv(rows: readonly PairNumber[]): string {
  return toCsv(
    ['number', 'A', 'B', 'worlds', 'B - A over worlds', 'low (95 %)', 'high (95 %)', 'A better in', 'B better in', 'verdict'],
    rows.map(({ name, unit, values: [a, b], found }): Cell[] => [
      `${name} (${unitText[unit]})`,
      a,
      b,
      found?.worlds ?? 0,
      found?.paired?.difference.value ?? null,
      found?.paired?.difference.low ?? null,
      found?.paired?.difference.high ?? null,
      found?.aBetter ?? null,
      found?.bBetter ?? null,
      found?.verdict ?? null,
    ]),
  );
}
