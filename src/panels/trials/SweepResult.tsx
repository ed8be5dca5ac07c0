/** What a sweep has come to so far: a curve with its knee, or a table of heat; and the numbers, each a way into the design. */

import { useMemo, useState } from 'react';
import { say } from '../../actions/toast.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import type { Text } from '../../i18n/text.ts';
import { isSpacedByFactors, type SweepAsked, type SweptPoint, sweptKnee } from '../../runner/sweep.ts';
import { withValueAt } from '../../runner/sweepAxis.ts';
import type { MetricName } from '../../runner/worldMetrics.ts';
import { designStore } from '../../store/designStore.ts';
import { sweepTrial } from '../../store/sweep.ts';
import { nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Table } from '../../ui/Table.tsx';
import { Why } from '../../ui/Why.tsx';
import replicas from '../replicas/Replicas.module.css';
import { intervalText, replicaText, valueText } from '../replicas/replicaWords.ts';
import { ofWorlds, WorldsWhy } from '../replicas/WorldsWhy.tsx';
import { HeatTable } from './HeatTable.tsx';
import styles from './Trials.module.css';
import { fieldName, partName, settingText, targetValue } from './targetWords.ts';
import { trialText } from './trialWords.ts';

const SweepChart = latePart(async () => (await import('../../charts/SweepChart.tsx')).SweepChart);

interface SweepResultProps {
  asked: SweepAsked;
  points: readonly SweptPoint[];
  metric: MetricName;
  t: Text;
}

export function SweepResult({ asked, points, metric, t }: SweepResultProps) {
  const words = useLateText(trialText);
  const numbers = useLateText(replicaText);
  const fields = useLateText(fieldWords);
  const design = sweepTrial.store.getState().design ?? designStore.getState().design;
  const { axes } = asked;
  const [opened, setOpened] = useState('');
  const knee = useMemo(() => (axes.length === 1 ? sweptKnee(points, metric) : null), [axes, points, metric]);
  const settings = (values: readonly number[]) =>
    axes.map(({ target }, i) => settingText(design, target, values[i], fields, words, t)).join('; ');
  const choose = (at: number) => {
    const { values } = points[at];
    designStore.getState().edit('setParam', (now) => axes.reduce((next, { target }, i) => withValueAt(next, target, values[i]), now));
    // Said here, too: the toast lies under the dialog until it is closed.
    setOpened(words.sweep.opened(settings(values)));
    say(words.sweep.opened(settings(values)), true);
  };
  if (points.every(({ worlds }) => worlds === 0)) return <p className={replicas.waiting}>{words.sweep.waiting}</p>;
  const shown = (point: SweptPoint) =>
    point.value === null ? (point.isTooLittle ? numbers.tooLittleData : nothing) : valueText(metric, point.value);
  if (axes.length === 2) {
    return (
      <>
        <HeatTable
          axes={axes.map(({ target, values }) => ({
            title: `${partName(design, target, words, t)}, ${fieldName(design, target, fields, t)}`,
            labels: values.map((value) => targetValue(design, target, value, fields, t)),
          }))}
          points={points}
          metric={<WorldsWhy name={metric} of={given({ worlds: asked.worlds, points: points.length })} />}
          text={shown}
          titleOf={(at) => words.sweep.open(settings(points[at].values))}
          onChoose={choose}
        />
        <Help text={words.sweep.help} opened={opened} />
      </>
    );
  }
  const [{ target }] = axes;
  const axisTitle = `${partName(design, target, words, t)}, ${fieldName(design, target, fields, t)}`;
  const value = (x: number) => targetValue(design, target, x, fields, t);
  return (
    <>
      <p className={styles.answer} data-knee={knee ? points[knee.at].values[0] : 'none'}>
        <b>
          <Why metric="trial-knee" of={given({ points: points.length, worlds: Math.max(...points.map(({ worlds }) => worlds)) })}>
            {knee ? words.sweep.knee(value(points[knee.at].values[0])) : words.sweep.noKnee}
          </Why>
        </b>{' '}
        {knee ? <span>{words.sweep.kneeHelp}</span> : null}
      </p>
      <SweepChart
        dots={points.map((point) => ({
          x: point.values[0],
          y: point.value,
          low: point.interval?.low ?? null,
          high: point.interval?.high ?? null,
        }))}
        byFactors={isSpacedByFactors(points.map(({ values }) => values[0]))}
        knee={knee?.at ?? -1}
        formatX={value}
        formatY={(y) => valueText(metric, y)}
        summary={words.sweep.summary(numbers.metrics[metric], axisTitle, points.length)}
        titleOf={(at) => words.sweep.open(settings(points[at].values))}
        onChoose={choose}
      />
      <Help text={words.sweep.help} opened={opened} />
      <Table
        label={axisTitle}
        head={[
          axisTitle,
          <th key="metric" scope="col">
            {numbers.metrics[metric]}
          </th>,
          <th key="interval" scope="col">
            {words.sweep.band}
          </th>,
          <th key="worlds" scope="col">
            {words.sweep.played}
          </th>,
        ]}
      >
        {points.map((point, at) => (
          <tr key={point.values[0]} data-point={point.values[0]} data-value={point.value ?? ''} data-worlds={point.worlds}>
            <th scope="row">
              <button type="button" className={styles.link} title={words.sweep.open(settings(point.values))} onClick={() => choose(at)}>
                {value(point.values[0])}
              </button>
            </th>
            <td>
              <Why metric="trial-point" about={value(point.values[0])} of={ofWorlds(metric, point.worlds, point)}>
                {shown(point)}
              </Why>
            </td>
            <td>
              {point.interval ? (
                <Why metric="trial-interval" about={value(point.values[0])} of={ofWorlds(metric, point.worlds, point)}>
                  {intervalText(numbers, metric, point.interval)}
                </Why>
              ) : (
                nothing
              )}
            </td>
            <td>
              <Why metric="trial-worlds" about={value(point.values[0])} of={given({ worlds: point.worlds, length: asked.seconds })}>
                {point.worlds}
              </Why>
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** What a click does, and what the last one did. */
function Help({ text, opened }: { text: string; opened: string }) {
  return (
    <p className={replicas.faint}>
      {text} <b>{opened}</b>
    </p>
  );
}
