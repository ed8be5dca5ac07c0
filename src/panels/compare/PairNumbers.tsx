/** Charts of both over one axis, and the table of what differs: now, and over many worlds when somebody wants to know whether it is real. */

import { Download, Play, Square } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import type { Pairing } from '../../runner/compareWorlds.ts';
import { pairCsv } from '../../runner/trialCsv.ts';
import type { Course } from '../../runner/worldBook.ts';
import type { Bands } from '../../statistics/bands.ts';
import { saveText } from '../../store/files.ts';
import { actsDone, type PairSide, type PairState, pairStore, pausePair } from '../../store/pair.ts';
import { withInterventions } from '../../store/replay.ts';
import { replicasStore, startReplicas, stopReplicas } from '../../store/replicas.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDuration, formatNumber, nothing } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Table } from '../../ui/Table.tsx';
import { Why } from '../../ui/Why.tsx';
import { LatePlace } from '../LatePlace.tsx';
import replicaStyles from '../replicas/Replicas.module.css';
import { replicaText } from '../replicas/replicaWords.ts';
import { ofBoth } from '../replicas/WorldsWhy.tsx';
import styles from './Compare.module.css';
import { type CompareText, compareText } from './compareWords.ts';
import { pairRows } from './pairRows.ts';
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
      <NumberTable numbers={numbers} />
    </div>
  );
}

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

function NumberTable({ numbers }: { numbers: Both }) {
  const words = useLateText(compareText);
  const replicas = useLateText(replicaText);
  const sides = useStore(pairStore, (state) => state.sides);
  const { arms, played, status } = useStore(replicasStore);
  const acts = useStore(pairStore, (state) => state.acts);
  const [asked, setAsked] = useState<{ sides: PairState['sides']; acts: PairState['acts'] } | null>(null);
  // Numbers of another pair, or of before something was done to both, are not those of this one.
  const isOfPair = sides !== null && asked?.sides === sides && asked.acts === acts && arms.length === 2;
  const rows = useMemo(() => {
    const [a = [], b = []] = isOfPair ? played : [];
    const designs = sides && ([sides[0].design, sides[1].design] as const);
    return pairRows(numbers, designs && { worlds: [a, b], designs }, words, replicas);
  }, [isOfPair, played, sides, numbers, words, replicas]);
  const isPlaying = isOfPair && status === 'playing';
  const done = isOfPair ? Math.min(...played.map((list) => list.length)) : 0;
  return (
    <div>
      <Table
        label={words.columns.metric}
        head={[words.columns.metric, 'A', 'B', words.columns.difference, words.columns.worlds, words.columns.better]}
      >
        {rows.map(({ name, unit, title, why, values: [x, y], text, signed, span, found }) => (
          <tr key={name} data-row={name} data-a={x ?? ''} data-b={y ?? ''} data-verdict={found?.verdict}>
            <th scope="row">
              <Why metric={why} of={ofBoth(unit, [x, y], found)}>
                {title}
              </Why>
            </th>
            <td>{x === null ? nothing : text(x)}</td>
            <td>{y === null ? nothing : text(y)}</td>
            <td>{x === null || y === null ? nothing : signed(y - x)}</td>
            <td>{found?.paired && found.verdict !== 'same' ? span(found.paired.difference) : nothing}</td>
            <td>{found ? betterText(found, words) : nothing}</td>
          </tr>
        ))}
      </Table>
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
        <Button size="small" onClick={() => saveText(pairCsv(rows), 'compare.csv', 'text/csv')}>
          <Download size={14} aria-hidden />
          {words.csv}
        </Button>
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

function betterText({ verdict, bBetter, aBetter, worlds }: Pairing, words: CompareText): string {
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
