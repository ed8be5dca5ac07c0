/** One or two settings over many values: the form, and what has been played of it. */

import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { mostRuns, runsOf, type Sweep, type SweepAsked, sweptPoints } from '../../runner/sweep.ts';
import { fieldAt } from '../../runner/sweepAxis.ts';
import { sweepCsv } from '../../runner/trialCsv.ts';
import { type MetricName, metricNames } from '../../runner/worldMetrics.ts';
import { useDesign } from '../../store/hooks.ts';
import { startSweep, sweepTrial } from '../../store/sweep.ts';
import { formatCount } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { LatePlace } from '../LatePlace.tsx';
import { replicaText } from '../replicas/replicaWords.ts';
import { AxisFields, type AxisForm, formValues, usualForm } from './AxisFields.tsx';
import { Field, NumberField, SecondsField, useTrialSeconds } from './Field.tsx';
import { firstTarget } from './TargetSelect.tsx';
import { TrialFrame } from './TrialFrame.tsx';
import styles from './Trials.module.css';
import { type TrialText, trialText } from './trialWords.ts';

const SweepResult = latePart(async () => (await import('./SweepResult.tsx')).SweepResult);

export function SweepPanel() {
  const t = useText();
  const words = useLateText(trialText);
  const { metrics } = useLateText(replicaText);
  const design = useDesign((state) => state.design);
  const { status, asked, result } = useStore(sweepTrial.store);
  const [forms, setForms] = useState<readonly AxisForm[]>(() => initialForms(asked, () => usualForm(design, firstTarget(design))));
  const [metric, setMetric] = useState<MetricName>('p99');
  const [worlds, setWorlds] = useState(asked?.worlds ?? 5);
  const [seconds, setSeconds] = useTrialSeconds(design, asked?.seconds);
  const [problem, setProblem] = useState<string | null>(null);
  const isPlaying = status === 'playing';
  // A part that was deleted meanwhile has nothing to sweep.
  const living = forms.filter(({ target }) => fieldAt(design, target) !== null);
  const shown = living.length > 0 ? living : [usualForm(design, firstTarget(design))];
  const axes = shown.map((form) => ({ target: form.target, values: formValues(design, form) }));
  const wish: SweepAsked = { axes, worlds, seconds };
  const runs = runsOf(wish);
  const points = useMemo(() => sweptPoints(result.points, result.played, metric), [result, metric]);
  const change = (at: number) => (form: AxisForm) => setForms(shown.map((each, i) => (i === at ? form : each)));

  return (
    <TrialFrame
      trial={sweepTrial}
      intro={words.sweep.intro}
      hint={words.sweep.count(runs / worlds, runs)}
      problem={problem ?? (runs > mostRuns ? words.sweep.tooMany(formatCount(runs), formatCount(mostRuns)) : null)}
      onPlay={() => setProblem(problemText(startSweep(design, wish), words))}
      csv={asked ? { name: 'sweep', text: () => sweepCsv(asked.axes, points, metric) } : null}
      fields={
        <div className={styles.form}>
          {shown.map((form, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: there is a first and a second, and nothing else tells them apart
            <fieldset key={at} className={styles.row} aria-label={at === 0 ? words.setting : words.sweep.second}>
              <AxisFields design={design} form={form} disabled={isPlaying} onChange={change(at)} />
            </fieldset>
          ))}
          <div className={styles.row}>
            <Field label={words.sweep.metric} wide>
              <Select
                value={metric}
                label={words.sweep.metric}
                options={metricNames.map((value) => ({ value, label: metrics[value] }))}
                onChange={setMetric}
              />
            </Field>
            <NumberField
              label={words.worlds}
              help={words.worldsHelp}
              range={{ min: 1, max: 30, integer: true }}
              value={worlds}
              disabled={isPlaying}
              onChange={setWorlds}
            />
            <SecondsField design={design} value={seconds} disabled={isPlaying} onChange={setSeconds} />
            <span className={styles.toggle}>
              <Switch
                label={words.sweep.second}
                checked={shown.length > 1}
                disabled={isPlaying}
                onChange={(isOn) =>
                  setForms(isOn ? [...shown, usualForm(design, { on: 'workload', field: 'traffic' })] : shown.slice(0, 1))
                }
              />
              <span aria-hidden>{words.sweep.second}</span>
            </span>
          </div>
        </div>
      }
    >
      <LatePlace form="pane" fallback={<div className={styles.place} />}>
        {asked ? <SweepResult asked={asked} points={points} metric={metric} t={t} /> : null}
      </LatePlace>
    </TrialFrame>
  );
}

/** The form of what was asked last, so that coming back finds it as it was left. */
function initialForms(asked: SweepAsked | null, usual: () => AxisForm): readonly AxisForm[] {
  if (!asked) return [usual()];
  return asked.axes.map(({ target, values }) => ({ target, range: { scale: 'list', list: values } }));
}

function problemText(refused: Extract<Sweep, { ok: false }> | null, words: TrialText): string | null {
  if (refused === null) return null;
  switch (refused.why) {
    case 'too-many':
      return words.sweep.tooMany(formatCount(refused.runs), formatCount(mostRuns));
    case 'nothing':
      return words.sweep.nothing;
    case 'cannot-run':
      return words.sweep.cannotRunAt(refused.values.join(', '));
  }
}
