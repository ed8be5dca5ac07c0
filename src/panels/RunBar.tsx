import { Pause, Play } from 'lucide-react';
import { speedStep, speeds } from '../actions/speeds.ts';
import { setWorkloadParam } from '../design/edits.ts';
import { stopsRun } from '../design/problems.ts';
import { workloadFields } from '../design/workloadFields.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import { setSpeed, togglePlay } from '../store/runController.ts';
import { Button } from '../ui/Button.tsx';
import { formatClock, formatNumber, formatRate, nothing } from '../ui/format.ts';
import { latePart } from '../ui/latePart.tsx';
import { Slider } from '../ui/Slider.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { ActButton, shortcutOf } from './ActButton.tsx';
import { LatePlace } from './LatePlace.tsx';
import { ratePerSecondOf, useOfferedNow } from './offered.ts';
import { usePanesStand } from './panesStand.ts';
import styles from './RunBar.module.css';
import { useCanRun } from './useCanRun.ts';
import { useLags, useTrueSpeed } from './useLag.ts';

const Timeline = latePart(async () => (await import('./timeline/Timeline.tsx')).Timeline);

/** The clock of the run and what drives it. */
export function RunBar() {
  const t = useText();
  const isPaused = useRun((state) => state.status === 'paused' && state.time > 0);
  usePanesStand();
  return (
    <>
      <LatePlace fallback={<div className={styles.timeline} />}>
        <Timeline />
      </LatePlace>
      <section className={styles.bar} id="run" aria-label={t.panels.run.label} tabIndex={-1}>
        <div className={styles.buttons} data-paused={isPaused || undefined}>
          <PlayButton />
          <ActButton id="stepBack" className={styles.step} />
          <ActButton id="stepFrame" className={styles.step} />
          <ActButton id="restart" />
          <ActButton id="newSeed" />
        </div>
        <Clock />
        <SpeedControl />
        <TrafficControl />
        <Seed />
      </section>
    </>
  );
}

export function PlayButton({ className }: { className?: string | undefined }) {
  const t = useText();
  const isPlaying = useRun((state) => state.status === 'playing');
  const canRun = useCanRun();
  const label = isPlaying ? t.panels.run.pause : t.panels.run.play;
  return (
    <Tooltip text={label} shortcut={shortcutOf('playPause')}>
      <Button
        look="primary"
        className={[styles.play, className].filter(Boolean).join(' ')}
        aria-label={label}
        disabled={!canRun}
        onClick={togglePlay}
      >
        {isPlaying ? <Pause size={18} fill="currentColor" aria-hidden /> : <Play size={18} fill="currentColor" aria-hidden />}
      </Button>
    </Tooltip>
  );
}

export function Clock() {
  const t = useText();
  // Tenths: the clock need not be drawn oftener than it can change.
  const tenths = useRun((state) => Math.floor(state.time * 10 + 1e-6));
  const seconds = useDesign((state) => state.design.seconds);
  const status = useRun((state) => state.status);
  const errors = useRun((state) => state.problems.filter(stopsRun).length);
  const [now, end] = [formatClock(tenths / 10), formatClock(seconds).replace(/\.0$/, '')];
  return (
    <div className={styles.clock}>
      <span className={styles.now} title={t.panels.run.time} data-testid="clock" translate="no">
        {now} <small>/ {end}</small>
      </span>
      <span
        className={status === 'crashed' ? `${styles.status} ${styles.bad}` : styles.status}
        data-testid="run-status"
        data-status={status}
      >
        {errors > 0 ? t.panels.run.blocked : t.panels.run.status[status]}
      </span>
    </div>
  );
}

function SpeedControl() {
  const t = useText();
  const speed = useRun((state) => state.speed);
  const lags = useLags();
  const trueSpeed = useTrueSpeed();
  const text = Number.isFinite(speed) ? formatNumber(speed, 'x') : t.panels.run.speedMax;
  return (
    <div className={`${styles.control} ${styles.speed}`}>
      <span className={styles.label}>{t.panels.run.speed}</span>
      <Slider
        range={{ min: 0, max: speeds.length - 1, integer: true }}
        value={speedStep(speed)}
        label={t.panels.run.speed}
        valueText={text}
        onChange={(step) => setSpeed(speeds[step] ?? 1)}
      />
      <span className={`${styles.value} ${styles.speedValue}`} title={lags ? t.panels.run.trueSpeedHelp : undefined}>
        {text}
        {trueSpeed > 0 ? <small>{t.panels.run.trueSpeed(formatNumber(trueSpeed, 'x'))}</small> : null}
      </span>
    </div>
  );
}

function Seed() {
  const t = useText();
  const seed = useDesign((state) => state.design.seed);
  return (
    <span className={styles.seed} title={t.panels.run.seedHelp}>
      <span className={styles.seedWord}>{t.panels.run.seed}</span>
      <code>{seed}</code>
    </span>
  );
}

/** The one slider to try first: how much traffic there is. */
function TrafficControl() {
  const t = useText();
  const { params } = useDesign((state) => state.design.workload);
  const base = useDesign((state) => ratePerSecondOf(state.design));
  const isRecorded = useDesign((state) => state.design.workload.recording !== null);
  const offered = useOfferedNow();
  const { edit, beginGesture, endGesture } = designStore.getState();
  const field = workloadFields.traffic;
  const traffic = Number(params.traffic);
  // what was recorded has no rate to speak of before it runs
  const rate = base === 0 && isRecorded ? nothing : formatRate(base * traffic);
  return (
    <div className={`${styles.control} ${styles.traffic}`}>
      <span className={styles.label}>{t.panels.run.traffic}</span>
      <Slider
        range={field}
        value={traffic}
        label={t.panels.run.traffic}
        valueText={t.panels.run.trafficValue(formatNumber(traffic, 'x'), rate)}
        onBegin={() => beginGesture('setWorkload')}
        onEnd={endGesture}
        onChange={(value) => edit('setWorkload', (design) => setWorkloadParam(design, 'traffic', value))}
      />
      <span className={styles.value}>
        {formatNumber(traffic, 'x')}
        <small title={t.panels.run.offered}>{offered < 0 ? rate : formatRate(offered)}</small>
      </span>
    </div>
  );
}
