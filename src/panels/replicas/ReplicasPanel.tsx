import { Play, Square } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { templateWords } from '../../i18n/templateWords.ts';
import { useText } from '../../i18n/text.ts';
import type { DocumentEntry } from '../../store/documents.ts';
import { useDesign } from '../../store/hooks.ts';
import { listDocuments } from '../../store/persistence.ts';
import { runsAlike } from '../../store/replay.ts';
import { type CannotPlay, replicasStore, startReplicas, stopReplicas } from '../../store/replicas.ts';
import { ProgressLine } from '../../ui/Bar.tsx';
import { Button } from '../../ui/Button.tsx';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { TrialFoot } from '../trials/TrialFoot.tsx';
import { OtherSelect } from './OtherSelect.tsx';
import { otherDesigns } from './otherDesigns.ts';
import { ReplicaResult } from './ReplicaResult.tsx';
import styles from './Replicas.module.css';
import { replicaText } from './replicaWords.ts';

const usualWorlds = 20;
/** Longer is possible; this much is played in a few seconds. */
const usualSeconds = 120;

/** Plays a design, or two, in many worlds, and says in words what can be told from them. */
export function ReplicasPanel() {
  const t = useText();
  const words = useLateText(replicaText);
  const titles = useLateText(templateWords);
  const design = useDesign((state) => state.design);
  const { status, asked } = useStore(replicasStore);
  const [documents, setDocuments] = useState<readonly DocumentEntry[]>([]);
  const [other, setOther] = useState('');
  const [worlds, setWorlds] = useState(() => asked || usualWorlds);
  const [seconds, setSeconds] = useState(() => Math.min(design.seconds, usualSeconds));
  const [problem, setProblem] = useState<CannotPlay | 'missing' | null>(null);
  useEffect(() => void listDocuments().then(setDocuments), []);
  // What is not looked at shall not keep the machine busy.
  useEffect(() => stopReplicas, []);
  const others = useMemo(() => otherDesigns(documents, words, titles, t), [documents, words, titles, t]);
  const chosen = others.find(({ key }) => key === other);
  const isPlaying = status === 'playing';

  const play = async () => {
    const read = chosen ? await chosen.read() : null;
    if (chosen && !read) {
      setProblem('missing');
      return;
    }
    const rival = chosen && read ? { title: chosen.label, design: read } : null;
    setProblem(startReplicas({ title: design.title || words.untitled, design }, rival, worlds, seconds));
  };
  return (
    <>
      <p className={styles.intro}>{chosen ? words.introCompare : words.introAlone}</p>
      <div className={styles.fields}>
        <div className={styles.field}>
          <span className={styles.label}>{words.compareWith}</span>
          <OtherSelect others={others} value={other} disabled={isPlaying} words={words} onChange={setOther} />
        </div>
        <div className={styles.field} title={words.worldsHelp}>
          <span className={styles.label}>{words.worlds}</span>
          <NumberBox
            range={{ min: 5, max: 100, integer: true }}
            value={worlds}
            label={words.worlds}
            disabled={isPlaying}
            onChange={setWorlds}
          />
        </div>
        <div className={styles.field} title={words.secondsHelp}>
          <span className={styles.label}>{words.seconds}</span>
          <NumberBox
            range={{ min: 1, max: Math.max(1, design.seconds), integer: true, scale: 'log' }}
            value={Math.min(seconds, design.seconds)}
            unit="s"
            label={words.seconds}
            disabled={isPlaying}
            onChange={setSeconds}
          />
        </div>
      </div>
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem === 'this' ? words.cannotRun : problem === 'other' ? words.otherCannotRun : words.otherMissing}
        </p>
      ) : null}
      <Outdated />
      <ReplicaResult />
      <TrialFoot>
        <Progress />
        {isPlaying ? (
          <Button onClick={stopReplicas}>
            <Square size={14} fill="currentColor" aria-hidden />
            {words.stop}
          </Button>
        ) : (
          <Button look="primary" onClick={() => void play()}>
            <Play size={16} fill="currentColor" aria-hidden />
            {status === 'idle' ? words.play : words.again}
          </Button>
        )}
      </TrialFoot>
    </>
  );
}

/** How far it is, while it goes on and after. */
function Progress() {
  const words = useLateText(replicaText);
  const { status, asked, played, share, failed } = useStore(replicasStore);
  if (status === 'idle') return <ProgressLine share={null} status={status} text="" />;
  const done = Math.min(...played.map((list) => list.length));
  const text =
    status === 'playing'
      ? words.progress(done, asked)
      : status === 'stopped'
        ? words.stopped(done, asked)
        : failed.length > 0
          ? words.progress(done, asked)
          : words.done(done);
  return <ProgressLine share={status === 'playing' ? share : null} status={status} worlds={done} text={text} />;
}

function Outdated() {
  const words = useLateText(replicaText);
  const arms = useStore(replicasStore, (state) => state.arms);
  const design = useDesign((state) => state.design);
  const played = arms.at(-1)?.design;
  if (!played || runsAlike(played, design)) return null;
  return <p className={styles.note}>{words.outdated}</p>;
}
