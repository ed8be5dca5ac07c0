import { Pause, Play, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { PlayerCanvas } from '../canvas/player/PlayerCanvas.tsx';
import { type Knob, knobField } from '../design/embedLink.ts';
import { stopsRun } from '../design/problems.ts';
import { useText } from '../i18n/text.ts';
import { usersNow } from '../panels/usersNow.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import { restart } from '../store/runController.ts';
import { formatClock, formatDuration, formatNumber, formatRate, formatShare, nothing } from '../ui/format.ts';
import { Slider } from '../ui/Slider.tsx';
import styles from './Embed.module.css';
import type { Handed } from './handOver.ts';
import { turnKnob, valueOfKnob } from './knobs.ts';
import type { EmbedHost } from './messages.ts';

/** The picture as it plays, three numbers, and the knobs that its author shows. */
export function EmbedApp({ handed, host }: { handed: Handed; host: EmbedHost }) {
  const { options, words, address } = handed;
  const isStuck = useRun((state) => state.problems.some(stopsRun));
  return (
    <div className={styles.page}>
      <main className={styles.stage}>
        <PlayerCanvas isEmbedded />
      </main>
      <section className={styles.bar} aria-label={handed.design.title || words.untitled}>
        {options.controls ? <Controls handed={handed} host={host} isStuck={isStuck} /> : null}
        {isStuck ? <p className={styles.stuck}>{words.stuck}</p> : <Numbers words={words} />}
        {options.knobs.map((knob) => (
          <KnobRow key={`${knob.part}.${knob.field}`} knob={knob} />
        ))}
        <a className={styles.open} href={address} target="_blank" rel="noopener" title={words.author}>
          {words.open}
        </a>
      </section>
    </div>
  );
}

function Controls({ handed: { words, design }, host, isStuck }: { handed: Handed; host: EmbedHost; isStuck: boolean }) {
  const status = useRun((state) => state.status);
  const tenths = useRun((state) => Math.floor(state.time * 10 + 1e-6));
  const isPlaying = status === 'playing';
  const Icon = isPlaying ? Pause : Play;
  return (
    <div className={styles.controls}>
      <button
        type="button"
        className={styles.play}
        aria-label={isPlaying ? words.pause : words.play}
        disabled={isStuck}
        onClick={isPlaying ? host.pause : host.play}
      >
        <Icon size={18} fill="currentColor" aria-hidden />
      </button>
      <button type="button" className={styles.square} aria-label={words.again} disabled={isStuck} onClick={restart}>
        <RotateCcw size={18} aria-hidden />
      </button>
      <span className={styles.clock} data-testid="embed-clock" data-status={status} data-tenths={tenths}>
        {words.clock(formatClock(tenths / 10), formatClock(design.seconds).replace(/\.0$/, ''))}
      </span>
    </div>
  );
}

function Numbers({ words }: { words: Handed['words'] }) {
  const t = useText();
  const layout = useRun((state) => state.layout);
  const frames = useRun((state) => state.frames);
  const now = useMemo(() => (layout ? usersNow(frames, layout) : null), [layout, frames]);
  const numbers = [
    [words.numbers.offered, now ? formatRate(now.offered) : nothing],
    [words.numbers.p99, now && now.p99 >= 0 ? formatDuration(now.p99, t.common.duration) : nothing],
    [words.numbers.failed, now ? formatShare(now.failedPerSecond / Math.max(now.offered, now.failedPerSecond, 1e-9)) : nothing],
  ];
  return (
    <dl className={styles.numbers}>
      {numbers.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function KnobRow({ knob }: { knob: Knob }) {
  const design = useDesign((state) => state.design);
  const field = knobField(design, knob);
  if (!field) return null;
  const value = valueOfKnob(design, knob);
  const range = { min: field.min, max: field.max, scale: field.scale ?? 'linear', integer: field.integer ?? false };
  const words = formatNumber(value, field.unit);
  return (
    <div className={styles.knob} data-knob={knob.field}>
      <span>{knob.label}</span>
      <Slider range={range} value={value} label={knob.label} valueText={words} onChange={(next) => turnKnob(knob, next)} />
      <output>{words}</output>
    </div>
  );
}
