import { Clapperboard, Film } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { saveBlob } from '../../store/files.ts';
import { useRun } from '../../store/hooks.ts';
import { play } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { type Filming, recordGif } from './gif/recordGif.ts';
import { withOwnLink } from './pictureNow.ts';
import { canRecord, recordVideo } from './recordVideo.ts';
import styles from './Share.module.css';
import { useShareText } from './shareWords.ts';

export const films = ['video', 'gif'] as const;
export type FilmKind = (typeof films)[number];

interface Way {
  Icon: typeof Film;
  ending: string;
  can: () => boolean;
  /** null when it was cancelled. */
  film: (filming: Filming) => Promise<Blob | null>;
}

/** Wall time. */
const videoSeconds = 10;
const gifSeconds = 6;

const ways: Readonly<Record<FilmKind, Way>> = {
  video: {
    Icon: Film,
    ending: 'webm',
    can: canRecord,
    film: async ({ onShare, stop, cancel }) => {
      const blob = await recordVideo(videoSeconds, onShare, AbortSignal.any([stop, cancel]));
      return cancel.aborted ? null : blob;
    },
  },
  gif: { Icon: Clapperboard, ending: 'gif', can: () => true, film: (filming) => recordGif(gifSeconds, filming) },
};

interface FilmRowProps {
  kind: FilmKind;
  name: string;
  onFailed: () => void;
}

/** A film of the run: it plays meanwhile, can be ended early, and can be given up. Leaving the dialog gives it up. */
export function FilmRow({ kind, name, onFailed }: FilmRowProps) {
  const words = useShareText().files;
  const { Icon, ending, can, film } = ways[kind];
  const canRun = useRun((state) => state.layout !== null && state.status !== 'crashed');
  const [share, setShare] = useState<number | null>(null);
  const [saved, setSaved] = useState('');
  const hands = useRef({ stop: new AbortController(), cancel: new AbortController() });
  useEffect(() => () => hands.current.cancel.abort(), []);
  const record = async (): Promise<void> => {
    hands.current = { stop: new AbortController(), cancel: new AbortController() };
    const { stop, cancel } = hands.current;
    setShare(0);
    setSaved('');
    if (runStore.getState().status === 'paused') play();
    try {
      const onShare = (done: number): void => setShare(Math.floor(done * 20) / 20);
      const blob = await film({ onShare, stop: stop.signal, cancel: cancel.signal });
      if (blob) {
        const file = `${name}.${ending}`;
        saveBlob(await withOwnLink(blob), file);
        setSaved(words.saved(file, formatNumber(Number((blob.size / 1e6).toPrecision(2)), 'MB')));
      }
    } catch {
      onFailed();
    }
    setShare(null);
  };
  const isPacking = share !== null && share >= 1;
  return (
    <li className={styles.file}>
      <Icon size={20} aria-hidden className={styles.fileIcon} />
      <div>
        <strong>{words.kinds[kind].name}</strong>
        <p className={styles.help}>{can() ? words.kinds[kind].what : words.noVideo}</p>
        {share === null ? null : <progress className={styles.way} max={1} value={share} aria-label={words.recording} />}
        <p className={styles.help} role="status" data-saved={kind}>
          {isPacking ? words.packing : saved}
        </p>
      </div>
      {share === null ? (
        <Button
          data-export={kind}
          disabled={!canRun || !can()}
          aria-label={`${words.record}: ${words.kinds[kind].name}`}
          onClick={() => void record()}
        >
          {words.record}
        </Button>
      ) : (
        <div className={styles.filming}>
          <Button disabled={isPacking} onClick={() => hands.current.stop.abort()}>
            {words.stop}
          </Button>
          <Button look="quiet" onClick={() => hands.current.cancel.abort()}>
            {words.cancel}
          </Button>
        </div>
      )}
    </li>
  );
}
