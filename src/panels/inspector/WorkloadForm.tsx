import { setRecording, setTrace, setWorkloadParam } from '../../design/edits.ts';
import { sourcesOf } from '../../design/wires.ts';
import { type FlashCrowd, flashCrowds, shareFields, sharesOf, workloadFields } from '../../design/workloadFields.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatCount, formatDuration, formatNumber, formatRate } from '../../ui/format.ts';
import { Curve } from '../Curve.tsx';
import { ratePerSecondOf } from '../offered.ts';
import { peakHeight, rateCurve } from '../rateCurve.ts';
import { FieldForm } from './FieldForm.tsx';
import styles from './Inspector.module.css';
import { Section } from './Section.tsx';

/** Fields that mean something only under one arrival shape. */
const ofShape: Readonly<Record<string, readonly string[]>> = {
  ramp: ['rampFrom', 'rampSeconds'],
  spike: ['spikeAtSeconds', 'spikeFactor', 'spikeRiseSeconds', 'spikeHoldSeconds', 'spikeDecaySeconds'],
  day: ['daySeconds', 'dayAmplitude', 'weekendFactor'],
};
const mix = [...shareFields, 'keys', 'keySkew', 'staticFiles', 'staticSkew'];

export function WorkloadForm() {
  const t = useText();
  const workload = useDesign((state) => state.design.workload);
  const { params } = workload;
  const words = t.panels.workload;
  const form = {
    fields: workloadFields,
    values: params,
    words: t.fields.workload,
    edit: 'setWorkload',
    onChange: (name: string, value: number | string | boolean) =>
      designStore.getState().edit('setWorkload', (design) => setWorkloadParam(design, name, value)),
  };
  const rest = 100 - sharesOf(params);
  return (
    <>
      <Section title={words.arrival}>
        <FieldForm {...form} only={['shape', ...(ofShape[String(params.shape)] ?? [])]} />
        {params.shape === 'spike' ? <FlashCrowds /> : null}
        <Preview />
        <TraceLine />
        <FieldForm {...form} only={['traffic']} />
      </Section>
      <Section title={words.mix} help={rest < 0 ? words.sharesExceed : words.reads(formatNumber(rest, '%'))}>
        <FieldForm {...form} only={mix} />
      </Section>
    </>
  );
}

/** Spikes of a known form, at a press. */
function FlashCrowds() {
  const words = useText().panels.workload;
  const choose = (crowd: FlashCrowd) =>
    designStore
      .getState()
      .edit('setWorkload', (design) =>
        Object.entries(flashCrowds[crowd]).reduce((next, [name, value]) => setWorkloadParam(next, name, value), design),
      );
  return (
    <div className={`${styles.row} ${styles.spaced}`}>
      {(Object.keys(flashCrowds) as FlashCrowd[]).map((crowd) => (
        <Button key={crowd} size="small" look="quiet" onClick={() => choose(crowd)}>
          {words.flashCrowds[crowd]}
        </Button>
      ))}
    </div>
  );
}

/** The rate over the run's whole length. */
function Preview() {
  const t = useText();
  const design = useDesign((state) => state.design);
  const heights = rateCurve(design.workload, design.seconds, 481);
  const rate = ratePerSecondOf(design) * Number(design.workload.params.traffic);
  const words = t.panels.workload;
  // nobody follows the shape: what was recorded is sent as it is
  if (rate === 0 && design.workload.recording) return null;
  return (
    <>
      <Curve
        heights={heights}
        label={words.preview}
        from={words.peak(formatRate(rate * peakHeight(design.workload, design.seconds)))}
        to={formatClock(design.seconds).replace(/\.0$/, '')}
      />
      <p className={styles.help}>{words.from(formatRate(rate), sourcesOf(design).length)}</p>
    </>
  );
}

function TraceLine() {
  const t = useText();
  const trace = useDesign((state) => state.design.workload.trace);
  const recording = useDesign((state) => state.design.workload.recording);
  const isReplayed = useDesign((state) => state.design.workload.params.shape === 'trace');
  const words = t.panels.workload;
  return (
    <div className={styles.spaced}>
      {trace ? (
        <p className={styles.help}>
          {words.traceName(trace.name, String(trace.values.length), formatDuration(trace.seconds, t.common.duration))}
        </p>
      ) : null}
      {recording ? <p className={styles.help}>{words.recording(recording.name, formatCount(recording.instants.length))}</p> : null}
      {!trace && isReplayed ? <p className={styles.help}>{words.noTrace}</p> : null}
      <div className={styles.row}>
        <Button size="small" onClick={() => sessionStore.getState().set({ dialog: 'trace' })}>
          {words.importTrace}
        </Button>
        {recording ? (
          <Button
            size="small"
            look="quiet"
            onClick={() => designStore.getState().edit('setRecording', (design) => setRecording(design, null))}
          >
            {words.removeRecording}
          </Button>
        ) : null}
        {trace ? (
          <Button size="small" look="quiet" onClick={() => designStore.getState().edit('setTrace', (design) => setTrace(design, null))}>
            {words.removeTrace}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
