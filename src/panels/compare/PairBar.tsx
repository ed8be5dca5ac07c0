/** One clock for both: play, pause, any moment, one speed; and what is done to both. */

import { Pause, Play, RotateCcw, Zap } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { speedStep, speeds } from '../../actions/speeds.ts';
import type { Design, Fault } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import { mishapIn, mishapText } from '../../i18n/late/mishapText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import type { Mishap } from '../../runner/mishap.ts';
import { doInBoth, pairStore, partInB, pausePair, playPair, seekPair, setPairSpeed } from '../../store/pair.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatNumber } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import styles from './Compare.module.css';
import { compareText } from './compareWords.ts';

export function PairBar({ design, chosen, onChoose }: { design: Design; chosen: string | null; onChoose: (id: string) => void }) {
  const words = useLateText(compareText);
  const { status, time, seconds, speed, crash } = useStore(pairStore);
  const speedText = Number.isFinite(speed) ? formatNumber(speed, 'x') : words.max;
  const clock = `${formatClock(time)} / ${formatClock(seconds).replace(/\.0$/, '')}`;
  return (
    <div className={styles.bar}>
      {status === 'playing' ? (
        <Button look="primary" square aria-label={words.pause} title={words.pause} onClick={pausePair}>
          <Pause size={18} fill="currentColor" aria-hidden />
        </Button>
      ) : (
        <Button look="primary" square aria-label={words.play} title={words.play} disabled={status === 'crashed'} onClick={playPair}>
          <Play size={18} fill="currentColor" aria-hidden />
        </Button>
      )}
      <Button look="quiet" square aria-label={words.restart} title={words.restart} onClick={() => seekPair(0)}>
        <RotateCcw size={16} aria-hidden />
      </Button>
      <span className={styles.clock} data-pair-time={time} data-pair-status={status}>
        {clock}
      </span>
      <span className={styles.scrub}>
        <Slider range={{ min: 0, max: seconds }} value={time} label={words.time} valueText={clock} onChange={seekPair} />
      </span>
      <span className={styles.speed}>
        <span aria-hidden>{words.speed}</span>
        <Slider
          range={{ min: 0, max: speeds.length - 1, integer: true }}
          value={speedStep(speed)}
          label={words.speed}
          valueText={speedText}
          onChange={(step) => setPairSpeed(speeds[step] ?? 1)}
        />
        <span>{speedText}</span>
      </span>
      <BreakBoth design={design} chosen={chosen} onChoose={onChoose} />
      {crash ? <Crash why={crash} /> : null}
    </div>
  );
}

function Crash({ why }: { why: Mishap }) {
  const words = useLateText(compareText);
  const mishaps = useLateText(mishapText);
  return (
    <p className={styles.problem} role="alert" data-crash={why}>
      {words.crashed(mishapIn(mishaps, why))}
    </p>
  );
}

const faults: readonly Fault[] = ['crash', 'hang', 'slow', 'recover'];

function BreakBoth({ design, chosen, onChoose }: { design: Design; chosen: string | null; onChoose: (id: string) => void }) {
  const words = useLateText(compareText);
  const [act, setAct] = useState<Fault>('crash');
  const [said, setSaid] = useState('');
  const parts = design.nodes.filter(({ kind }) => specOf(kind).role !== 'source');
  const part = parts.find(({ id }) => id === chosen) ?? parts[0];
  if (!part) return null;
  const perform = () => {
    doInBoth({ act, node: part.id, instance: null });
    const at = formatClock(pairStore.getState().time);
    setSaid((partInB(part.id) ? words.didBoth : words.didA)(part.label, words.acts[act], at));
  };
  return (
    <span className={styles.break}>
      <Select value={part.id} label={words.breakPart} options={parts.map(({ id, label }) => ({ value: id, label }))} onChange={onChoose} />
      <Select value={act} label={words.act} options={faults.map((value) => ({ value, label: words.acts[value] }))} onChange={setAct} />
      <Button look={act === 'recover' ? 'plain' : 'danger'} onClick={perform}>
        <Zap size={14} aria-hidden />
        {words.inBoth}
      </Button>
      <span className={styles.said} role="status">
        {said}
      </span>
    </span>
  );
}
