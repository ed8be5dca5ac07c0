/** What every trial says in the same words: how far it is, what went wrong, whether the design has changed since; and its buttons. */

import { Download, Play, Square } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { mishapIn, mishapText } from '../../i18n/late/mishapText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useDesign } from '../../store/hooks.ts';
import { runsAlike } from '../../store/replay.ts';
import type { Trial } from '../../store/trial.ts';
import { ProgressLine } from '../../ui/Bar.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatShare } from '../../ui/format.ts';
import replicas from '../replicas/Replicas.module.css';
import { TrialFoot } from './TrialFoot.tsx';
import { trialText } from './trialWords.ts';

interface TrialFrameProps<A, R> {
  trial: Trial<A, R>;
  intro: string;
  /** The form, one field beside the other. */
  fields: ReactNode;
  /** Why it cannot be played as asked. */
  problem: string | null;
  onPlay: () => void;
  /** Called for the text of a file; without one there is nothing to keep. */
  csv: { name: string; text: () => string } | null;
  /** Beside the progress, before anything is played: what the play button will do. */
  hint?: string;
  children: ReactNode;
}

export function TrialFrame<A, R>({ trial, intro, fields, problem, onPlay, csv, hint, children }: TrialFrameProps<A, R>) {
  const words = useLateText(trialText);
  const mishaps = useLateText(mishapText);
  const { status, failed } = useStore(trial.store);
  // What is not looked at shall not keep the machine busy.
  useEffect(() => trial.stop, [trial]);
  const reason = failed[0] ?? '';
  return (
    <>
      <p className={replicas.intro}>{intro}</p>
      {fields}
      {problem ? (
        <p className={replicas.problem} role="alert">
          {problem}
        </p>
      ) : null}
      <Outdated trial={trial} />
      {failed.length > 0 ? <p className={replicas.problem}>{words.failed(failed.length, mishapIn(mishaps, reason))}</p> : null}
      {status === 'idle' ? (
        <p className={replicas.idle}>{words.idle}</p>
      ) : (
        <div className={replicas.result} data-result>
          {children}
        </div>
      )}
      <TrialFoot>
        <Progress trial={trial} hint={hint ?? ''} />
        {csv && status !== 'idle' ? (
          <Button onClick={() => void save(csv)}>
            <Download size={16} aria-hidden />
            {words.csv}
          </Button>
        ) : null}
        {status === 'playing' ? (
          <Button onClick={trial.stop}>
            <Square size={14} fill="currentColor" aria-hidden />
            {words.stop}
          </Button>
        ) : (
          <Button look="primary" onClick={onPlay}>
            <Play size={16} fill="currentColor" aria-hidden />
            {status === 'idle' ? words.play : words.again}
          </Button>
        )}
      </TrialFoot>
    </>
  );
}

async function save({ name, text }: { name: string; text: () => string }): Promise<void> {
  const { download } = await import('../../charts/download.ts');
  download(`${name}.csv`, text(), 'text/csv');
}

function Progress<A, R>({ trial, hint }: { trial: Trial<A, R>; hint: string }) {
  const words = useLateText(trialText);
  const { status, share } = useStore(trial.store);
  const percent = formatShare(share);
  const text = { idle: hint, playing: words.progress(percent), stopped: words.stopped(percent), done: words.done }[status];
  return (
    <ProgressLine
      share={status === 'playing' ? share : null}
      status={status}
      title={status === 'playing' ? words.paused : undefined}
      text={text}
    />
  );
}

function Outdated<A, R>({ trial }: { trial: Trial<A, R> }) {
  const words = useLateText(trialText);
  const played = useStore(trial.store, (state) => state.design);
  const design = useDesign((state) => state.design);
  if (!played || runsAlike(played, design)) return null;
  return <p className={replicas.note}>{words.outdated}</p>;
}
