/** The three courses of two designs, or of one. Fetches the chart itself, which lives among the charts. */

import { useMemo } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import type { World } from '../../runner/world.ts';
import { type Bands, bandsOf } from '../../statistics/bands.ts';
import { formatDuration, formatNumber } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';
import styles from './Replicas.module.css';
import { replicaText } from './replicaWords.ts';

const BandChart = latePart(async () => (await import('../../charts/BandChart.tsx')).BandChart);
const BandKey = latePart(async () => (await import('../../charts/BandChart.tsx')).BandKey);

const shown = [
  { name: 'p99', unit: 's', format: (seconds: number) => formatDuration(seconds) },
  { name: 'goodput', unit: '/s', format: (rate: number) => formatNumber(rate) },
  { name: 'failed', unit: '/s', format: (rate: number) => formatNumber(rate) },
] as const;

type Courses = Readonly<Record<(typeof shown)[number]['name'], Bands>>;

const coursesOf = (worlds: readonly World[]): Courses => ({
  p99: bandsOf(worlds.map(({ course }) => course.p99)),
  goodput: bandsOf(worlds.map(({ course }) => course.goodput)),
  failed: bandsOf(worlds.map(({ course }) => course.failed)),
});

export function ReplicaCharts({ a, b }: { a: readonly World[]; b: readonly World[] | null }) {
  const words = useLateText(replicaText);
  const ofA = useMemo(() => coursesOf(a), [a]);
  const ofB = useMemo(() => b && coursesOf(b), [b]);
  const { columns } = words.charts;
  const stretchSeconds = a[0]?.course.stretchSeconds ?? 1;
  const tones = ofB
    ? ([
        { tone: 'a', label: 'A' },
        { tone: 'b', label: 'B' },
      ] as const)
    : [];
  return (
    <LatePlace form="pane" fallback={<div className={styles.chartsPlace} />}>
      <section className={styles.charts}>
        {shown.map(({ name, unit, format }) => (
          <BandChart
            key={name}
            id={`worlds-${name}`}
            words={{ middle: columns.middle(unit), low: columns.low(unit), high: columns.high(unit) }}
            title={words.charts[name]}
            series={[
              ...(ofB ? [{ tone: 'b' as const, label: 'B', bands: ofB[name] }] : []),
              { tone: 'a' as const, label: ofB ? 'A' : '', bands: ofA[name] },
            ]}
            stretchSeconds={stretchSeconds}
            format={format}
            summary={
              summaryOf(words.charts.summary, words.charts[name], ofA[name], format) ?? `${words.charts[name]}: ${words.tooLittleData}`
            }
            empty={words.tooLittleData}
          />
        ))}
      </section>
      <BandKey entries={tones} help={words.charts.help} />
    </LatePlace>
  );
}

type Say = (name: string, low: string, middle: string, high: string) => string;

/** Null where nothing was measured. */
function summaryOf(say: Say, title: string, { low, middle, high }: Bands, format: (value: number) => string): string | null {
  const last = middle.findLastIndex((value) => !Number.isNaN(value));
  if (last < 0) return null;
  const [from = 0, at = 0, to = 0] = [low[last], middle[last], high[last]];
  return say(title, format(from), format(at), format(to));
}
