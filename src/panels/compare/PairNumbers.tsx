/** Charts of both over one axis, and the table of what differs: now, and over many worlds when somebody wants to know whether it is real. */

import { Play, Square } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { compareMetric, type MetricComparison } from '../../runner/compareWorlds.ts';
import type { Course } from '../../runner/worldBook.ts';
import { type MetricName, metricNames, valueIn } from '../../runner/worldMetrics.ts';
import type { Bands } from '../../statistics/bands.ts';
import { actsDone, type PairSide, type PairState, pairStore, pausePair } from '../../store/pair.ts';
import { withInterventions } from '../../store/replay.ts';
import { replicasStore, startReplicas, stopReplicas } from '../../store/replicas.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatDuration, formatNumber, formatShare, nothing } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Why } from '../../ui/Why.tsx';
import { LatePlace } from '../LatePlace.tsx';
import replicaStyles from '../replicas/Replicas.module.css';
import { differenceText, type ReplicaText, replicaText, signedText, valueText } from '../replicas/replicaWords.ts';
import styles from './Compare.module.css';
import { type CompareText, compareText } from './compareWords.ts';
import { type SideNumbers, spanOf, useSideNumbers } from './sideNumbers.ts';

const BandChart = latePart(async () => (await import('../../charts/BandChart.tsx')).BandChart);

const shown = [
  { name: 'p99', unit: 's', format: (seconds: number) => formatDuration(seconds) },
  { name: 'goodput', unit: '/s', format: (rate: number) => formatNumber(rate) },
  { name: 'failed', unit: '/s', format: (rate: number) => formatNumber(rate) },
] as const;

const worldsAsked = 20;
/** Longer is possible; this much is played in a few seconds. */
const worldSeconds = 120;

/** As long as the whole run, so that the axis stands still while the lines grow. */
function lineOf(course: Course, name: 'p99' | 'goodput' | 'failed', points: number): Bands {
  const values = new Float64Array(points).fill(Number.NaN);
  values.set(course[name].subarray(0, points));
  return { low: values, middle: values, high: values };
}

export function PairNumbers() {
  const numbers = useSideNumbers();
  return (
    <div className={styles.numbers}>
      <Charts numbers={numbers} />
      <Table numbers={numbers} />
    </div>
  );
}

/** Rows that are explained under another name than their own. */
const whyOf: Readonly<Record<string, string>> = { stale: 'stale-share', lost: 'writes-lost', cost: 'monthly-cost' };

type Both = readonly [SideNumbers | null, SideNumbers | null];

function Charts({ numbers: [a, b] }: { numbers: Both }) {
  const words = useLateText(compareText);
  const { tooLittleData } = useLateText(replicaText);
  const seconds = useStore(pairStore, (state) => spanOf(state.time, state.seconds));
  const stretchSeconds = a?.course.stretchSeconds ?? b?.course.stretchSeconds ?? 1;
  const points = Math.max(1, Math.ceil(seconds / stretchSeconds));
  const last = (course: Course | undefined, name: 'p99' | 'goodput' | 'failed', format: (value: number) => string) => {
    const value = course?.[name].at(-1);
    return value === undefined || Number.isNaN(value) ? nothing : format(value);
  };
  return (
    <LatePlace form="pane" fallback={<div className={styles.chartsPlace} />}>
      <div className={replicaStyles.charts}>
        {shown.map(({ name, unit, format }) => (
          <BandChart
            key={name}
            id={`compared-${name}`}
            words={{ line: unit }}
            title={words.charts[name]}
            series={[
              ...(b ? [{ tone: 'b' as const, label: 'B', bands: lineOf(b.course, name, points) }] : []),
              ...(a ? [{ tone: 'a' as const, label: 'A', bands: lineOf(a.course, name, points) }] : []),
            ]}
            stretchSeconds={stretchSeconds}
            format={format}
            summary={words.chart(words.charts[name], last(a?.course, name, format), last(b?.course, name, format))}
            empty={tooLittleData}
          />
        ))}
      </div>
    </LatePlace>
  );
}

interface Row {
  key: string;
  title: string;
  a: string;
  b: string;
  difference: string;
  /** In full, for who reads the page by machine. */
  values: readonly [number | null, number | null];
  found: MetricComparison | null;
}

const tableMetrics: readonly MetricName[] = ['p50', 'p95', 'p99', 'goodput', 'failed', 'stale'];

function Table({ numbers }: { numbers: Both }) {
  const words = useLateText(compareText);
  const replicas = useLateText(replicaText);
  const sides = useStore(pairStore, (state) => state.sides);
  const { arms, played, status } = useStore(replicasStore);
  const acts = useStore(pairStore, (state) => state.acts);
  const [asked, setAsked] = useState<{ sides: PairState['sides']; acts: PairState['acts'] } | null>(null);
  // Numbers of another pair, or of before something was done to both, are not those of this one.
  const isOfPair = sides !== null && asked?.sides === sides && asked.acts === acts && arms.length === 2;
  const found = useMemo(() => {
    const [a = [], b = []] = isOfPair ? played : [];
    return Math.min(a.length, b.length) < 3 ? [] : metricNames.map((name) => compareMetric(a, b, name));
  }, [isOfPair, played]);
  const rows = rowsOf(numbers, found, words, replicas);
  const isPlaying = isOfPair && status === 'playing';
  const done = isOfPair ? Math.min(...played.map((list) => list.length)) : 0;
  return (
    <div className={replicaStyles.tableBox}>
      <table className={replicaStyles.table} data-pair-table>
        <thead>
          <tr>
            {[words.columns.metric, 'A', 'B', words.columns.difference, words.columns.worlds, words.columns.better].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, a, b, difference, values, found: real }) => (
            <tr key={key} data-row={key} data-a={values[0] ?? ''} data-b={values[1] ?? ''} data-verdict={real?.verdict}>
              <th scope="row">
                <Why metric={`worlds-${whyOf[key] ?? key}`} of={String(Math.max(1, done))}>
                  {title}
                </Why>
              </th>
              <td>{a}</td>
              <td>{b}</td>
              <td>{difference}</td>
              <td>{real?.paired && real.verdict !== 'same' ? differenceText(replicas, real.name, real.paired.difference) : nothing}</td>
              <td>{real ? betterText(real, words) : nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.worlds}>
        {isPlaying ? (
          <Button size="small" onClick={stopReplicas}>
            <Square size={12} fill="currentColor" aria-hidden />
            {words.stopWorlds}
          </Button>
        ) : (
          <Button
            size="small"
            disabled={!sides}
            onClick={() => {
              if (!sides) return;
              setAsked({ sides, acts });
              playWorlds(sides);
            }}
          >
            <Play size={14} fill="currentColor" aria-hidden />
            {words.worlds}
          </Button>
        )}
        <span role="status" data-worlds={done}>
          {isOfPair ? words.playingWorlds(done, worldsAsked) : ''}
        </span>
      </p>
    </div>
  );
}

/** With what was done to both, at the same moments. The pair stops meanwhile: it would want the same cores. */
function playWorlds([a, b]: readonly [PairSide, PairSide]): void {
  pausePair();
  const [ofA, ofB] = actsDone();
  const last = ofA.at(-1)?.at ?? 0;
  const seconds = Math.min(a.design.seconds, Math.max(worldSeconds, last + worldSeconds / 2));
  startReplicas(
    { title: a.title, design: withInterventions(a.design, ofA) },
    { title: b.title, design: withInterventions(b.design, ofB), keepsUsers: true },
    worldsAsked,
    seconds,
  );
}

function betterText({ verdict, bBetter, aBetter, worlds }: MetricComparison, words: CompareText): string {
  switch (verdict) {
    case 'a-better':
      return words.beats('A', aBetter, worlds);
    case 'b-better':
      return words.beats('B', bBetter, worlds);
    case 'same':
      return words.same;
    case 'not-real':
      return words.notReal;
    case 'too-little':
      return nothing;
  }
}

function rowsOf([a, b]: Both, found: readonly MetricComparison[], words: CompareText, replicas: ReplicaText): Row[] {
  const metrics = tableMetrics.map((name): Row => {
    const values = [a, b].map((side) => {
      const value = side ? valueIn(side.merged, name) : Number.NaN;
      return Number.isFinite(value) ? value : null;
    }) as [number | null, number | null];
    const text = (value: number | null) => (value === null ? nothing : valueText(name, value));
    const [x, y] = values;
    return {
      key: name,
      title: replicas.metrics[name],
      a: text(x),
      b: text(y),
      difference: x === null || y === null ? nothing : signedText(replicas, name, y - x),
      values,
      found: found.find((each) => each.name === name) ?? null,
    };
  });
  const own = (key: 'availability' | 'lost' | 'cost', of: (side: SideNumbers) => number | null, text: (value: number) => string): Row => {
    const [x, y] = [a && of(a), b && of(b)];
    const said = (value: number | null) => (value === null ? nothing : text(value));
    const gap = x === null || y === null ? null : y - x;
    const size = gap === null ? nothing : key === 'availability' ? replicas.points(formatNumber(Math.abs(gap) * 100)) : text(Math.abs(gap));
    const sign = gap === null || gap === 0 ? '' : gap < 0 ? '−' : '+';
    return { key, title: words.rows[key], a: said(x), b: said(y), difference: sign + size, values: [x, y], found: null };
  };
  return [
    ...metrics,
    own('availability', ({ availability }) => availability, formatShare),
    own(
      'lost',
      ({ lostWrites }) => lostWrites,
      (count) => formatCount(count),
    ),
    own(
      'cost',
      ({ usdPerMonth }) => usdPerMonth,
      (usd) => formatNumber(usd, 'USD'),
    ),
  ];
}
