/** The three courses of two designs, or of one. Fetches the chart itself, which lives among the charts. */

import { lazy, Suspense, useMemo } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import type { World } from '../../runner/world.ts';
import { type Bands, bandsOf } from '../../statistics/bands.ts';
import { formatDuration, formatNumber } from '../../ui/format.ts';
import styles from './Replicas.module.css';
import { replicaText } from './replicaWords.ts';

const BandChart = lazy(async () => ({ default: (await import('../../charts/BandChart.tsx')).BandChart }));
const BandKey = lazy(async () => ({ default: (await import('../../charts/BandChart.tsx')).BandKey }));

const shown = [
  { name: 'p99', format: (seconds: number) => formatDuration(seconds) },
  { name: 'goodput', format: (rate: number) => formatNumber(rate) },
  { name: 'failed', format: (rate: number) => formatNumber(rate) },
] as const;

type Courses = Readonly<Record<(typeof shown)[number]['name'], Bands>>;

const coursesOf = (worlds: readonly World[]): Courses => ({
  p99: bandsOf(worlds.map(({ course }) => course.p99)),
  goodput: bandsOf(worlds.map(({ course }) => course.goodput)),
  failed: bandsOf(worlds.map(({ course }) => course.failed)),
});

export function ReplicaCharts({ a, b }: { a: readonly World[] | null; b: readonly World[] }) {
  const words = useLateText(replicaText);
  const ofA = useMemo(() => a && coursesOf(a), [a]);
  const ofB = useMemo(() => coursesOf(b), [b]);
  const stretchSeconds = b[0]?.course.stretchSeconds ?? 1;
  const tones = ofA
    ? ([
        { tone: 'a', label: 'A' },
        { tone: 'b', label: 'B' },
      ] as const)
    : [];
  return (
    <Suspense fallback={<div className={styles.chartsPlace} />}>
      <section className={styles.charts}>
        {shown.map(({ name, format }) => (
          <BandChart
            key={name}
            title={words.charts[name]}
            series={[...(ofA ? [{ tone: 'a' as const, bands: ofA[name] }] : []), { tone: 'b' as const, bands: ofB[name] }]}
            stretchSeconds={stretchSeconds}
            format={format}
            summary={
              summaryOf(words.charts.summary, words.charts[name], ofB[name], format) ?? `${words.charts[name]}: ${words.tooLittleData}`
            }
            empty={words.tooLittleData}
          />
        ))}
      </section>
      <BandKey entries={tones} help={words.charts.help} />
    </Suspense>
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
