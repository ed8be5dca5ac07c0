import { Pause, Play, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { stopsRun } from '../../design/problems.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun, useSession } from '../../store/hooks.ts';
import { seek, togglePlay } from '../../store/runController.ts';
import { formatClock, nothing } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';
import styles from './Phone.module.css';
import { phoneText } from './phoneWords.ts';

/** Read off the run and explained: nothing that is needed before somebody presses Play. */
const PhoneNumbers = latePart(async () => (await import('./PhoneNumbers.tsx')).PhoneNumbers);

const PhoneCrash = latePart(async () => (await import('./PhoneCrash.tsx')).PhoneCrash);

/** One big button, three numbers, and the way back in time. */
export function PhoneRun() {
  const t = useText();
  const words = useLateText(phoneText);
  const status = useRun((state) => state.status);
  const isBlocked = useRun((state) => state.problems.some(stopsRun));
  const isLocked = useSession((state) => state.runLocked);
  const isPlaying = status === 'playing';
  const label = isPlaying ? words.pause : status === 'finished' ? words.again : words.play;
  const Icon = isPlaying ? Pause : status === 'finished' ? RotateCcw : Play;
  return (
    <section className={styles.run} id="run" aria-label={t.panels.run.label}>
      <button type="button" className={styles.play} aria-label={label} disabled={isBlocked || isLocked} onClick={togglePlay}>
        <Icon size={28} fill={status === 'finished' ? 'none' : 'currentColor'} aria-hidden />
      </button>
      <Numbers />
      <Scrubber />
      {isBlocked ? <p className={styles.blocked}>{t.panels.run.blocked}</p> : null}
      {status === 'crashed' ? (
        <LatePlace>
          <PhoneCrash />
        </LatePlace>
      ) : null}
      <span hidden data-testid="run-status" data-status={status} />
    </section>
  );
}

function Numbers() {
  const words = useLateText(phoneText);
  const isMeasured = useRun((state) => state.frames.length > 0);
  const none = (
    <dl className={styles.numbers}>
      {(['requests', 'p99', 'errors'] as const).map((name) => (
        <div key={name} data-number={name}>
          <dt>{words[name]}</dt>
          <dd>{nothing}</dd>
        </div>
      ))}
    </dl>
  );
  return isMeasured ? (
    <LatePlace fallback={none}>
      <PhoneNumbers />
    </LatePlace>
  ) : (
    none
  );
}

/** Back to any moment that was played. It goes there when the finger leaves; until then it only says where. */
function Scrubber() {
  const words = useLateText(phoneText);
  const tenths = useRun((state) => Math.floor(state.time * 10 + 1e-6));
  const runId = useRun((state) => state.runId);
  const end = useDesign((state) => state.design.seconds);
  const [reached, setReached] = useState({ runId, seconds: 0 });
  const [wanted, setWanted] = useState<number | null>(null);
  const now = tenths / 10;
  const furthest = reached.runId === runId ? Math.max(reached.seconds, now) : now;
  if (reached.runId !== runId || furthest > reached.seconds) setReached({ runId, seconds: furthest });
  const shown = wanted ?? now;
  const go = (): void => {
    if (wanted !== null) seek(wanted);
    setWanted(null);
  };
  const text = words.at(formatClock(shown), formatClock(end).replace(/\.0$/, ''));
  return (
    <div className={styles.time}>
      <input
        type="range"
        className={styles.scrub}
        min={0}
        max={Math.max(1, Math.ceil(furthest))}
        step={1}
        value={Math.floor(shown)}
        aria-label={words.time}
        aria-valuetext={text}
        onChange={(event) => setWanted(Number(event.currentTarget.value))}
        onPointerUp={go}
        onKeyUp={go}
        onBlur={go}
      />
      <span data-testid="clock" translate="no">
        {formatClock(shown)} <small>/ {formatClock(end).replace(/\.0$/, '')}</small>
      </span>
    </div>
  );
}
