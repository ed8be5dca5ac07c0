import { Pin, X } from 'lucide-react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { emptyTally, figuresOf, tallyFrames } from '../../runner/tally.ts';
import { designStore } from '../../store/designStore.ts';
import { changeKept, designOfKept, forgetKept, futuresStore, ghostOf, type KeptRun } from '../../store/futures.ts';
import { knownStore } from '../../store/known.ts';
import { restart } from '../../store/runController.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { sharedDesign } from '../../store/share.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatClock, formatCount, formatDuration, formatShare, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { TextBox } from '../../ui/TextBox.tsx';
import { Why } from '../../ui/Why.tsx';
import { differences, type RunLike } from './differences.ts';
import styles from './Notebook.module.css';
import { notebookText } from './notebookWords.ts';

/** Every run of the sitting as a row: what it was, how it differed from the one before, how it went; to be opened and compared. */
export function NotebookDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(notebookText);
  return (
    <Dialog title={words.title} closeLabel={t.common.close} onClose={onClose} full fit>
      <p className={styles.help}>{words.help}</p>
      <Suspense fallback={null}>
        <Runs onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}

/** Differences told in a row; the rest is only counted. */
const mostTold = 3;

function Runs({ onClose }: { onClose: () => void }) {
  const words = useLateText(notebookText);
  const kept = useStore(futuresStore, (state) => state.kept);
  const current = useCurrent();
  const rows = [...kept, current].filter((run) => run !== null);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['run', 'length', 'seed', 'difference', 'answered', 'p99', 'failed', 'note', 'acts'] as const).map((column) => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((run, i) => <Row key={run.id} run={run} number={i + 1} before={rows[i - 1] ?? null} onClose={onClose} />).reverse()}
        </tbody>
      </table>
      {kept.length === 0 ? <p className={styles.help}>{words.empty}</p> : null}
    </>
  );
}

type RowRun = Pick<KeptRun, 'id' | 'design' | 'interventions' | 'until' | 'figures' | 'branchedAt'>;

/** The run being watched, as it was when the notebook was opened. */
function useCurrent(): RowRun | null {
  return useMemo(() => {
    const { startedFrom, interventions, until, buckets } = knownStore.getState();
    if (!startedFrom || !buckets) return null;
    const tally = emptyTally(buckets.layout);
    tallyFrames(
      tally,
      buckets.list.map((bucket, i) => ({ ...bucket, index: i })),
    );
    return { id: 0, design: startedFrom, interventions, until, figures: figuresOf(tally), branchedAt: null };
  }, []);
}

function Row({ run, number, before, onClose }: { run: RowRun; number: number; before: RunLike | null; onClose: () => void }) {
  const t = useText();
  const words = useLateText(notebookText);
  const fields = useLateText(fieldWords);
  const told = before ? differences(before, run, fields, t, words) : [words.first];
  const { availability, latency, failed, completed, offered } = run.figures;
  // those over a limit are all that availability leaves out
  const limited = availability ? Math.round(offered - completed / availability) : 0;
  const ofRun = { length: run.until, seeds: 1 };
  const whose = (figure: string) => `${figure}, ${words.number(number)}, ${words.seed} ${run.design.seed}:`;
  const kept = useStore(futuresStore, (state) => state.kept.find(({ id }) => id === run.id));
  return (
    <tr data-run={number} data-current={!kept || undefined}>
      <th scope="row">
        {words.number(number)}
        {kept ? null : <small>{words.current}</small>}
        {run.branchedAt === null ? null : <small>{words.branched(formatClock(run.branchedAt))}</small>}
      </th>
      <td>{formatClock(run.until)}</td>
      <td>
        <code>{run.design.seed}</code>
      </td>
      <td className={styles.difference}>
        {told.length === 0 ? words.same : told.slice(0, mostTold).join('; ')}
        {told.length > mostTold ? ` ${words.more(told.length - mostTold)}` : ''}
      </td>
      <td>
        {availability === null ? (
          nothing
        ) : (
          <Why metric="kept-answered" about={whose(words.answered)} of={given({ completed, offered, limited, ...ofRun })}>
            {formatShare(availability)}
          </Why>
        )}
      </td>
      <td>
        {latency.p99 === null ? (
          nothing
        ) : (
          <Why
            metric="kept-p99"
            about={whose(words.p99)}
            of={given({ samples: completed + failed, above: Math.floor((completed + failed) / 100), ...ofRun })}
          >
            {formatDuration(latency.p99, t.common.duration)}
          </Why>
        )}
      </td>
      <td>
        <Why metric="kept-failed" about={whose(words.failed)} of={given({ failed, completed, offered, limited, ...ofRun })}>
          {formatCount(failed)}
        </Why>
      </td>
      <td>
        {kept ? (
          <TextBox value={kept.note} label={words.noteOf(number)} maxLength={120} onCommit={(note) => changeKept(kept.id, { note })} />
        ) : null}
      </td>
      <td>{kept ? <Acts run={kept} number={number} onClose={onClose} /> : null}</td>
    </tr>
  );
}

function Acts({ run, number, onClose }: { run: KeptRun; number: number; onClose: () => void }) {
  const words = useLateText(notebookText);
  const isGhost = useStore(futuresStore, (state) => ghostOf(state)?.id === run.id);
  const link = useLink(run);
  return (
    <span className={styles.acts}>
      <a
        href={link ?? undefined}
        aria-label={words.openRun(number)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onClose();
          designStore.getState().edit('reopenRun', () => designOfKept(run));
          restart();
        }}
      >
        {words.open}
      </a>
      <Button
        size="small"
        look="quiet"
        aria-label={words.compareRun(number)}
        onClick={() => {
          futuresStore.setState({ compared: { a: { id: run.id, design: designOfKept(run) }, b: { id: null, design: sharedDesign() } } });
          sessionStore.getState().set({ dialog: 'compare' });
        }}
      >
        {words.compare}
      </Button>
      <Button
        size="small"
        look="quiet"
        aria-pressed={isGhost}
        disabled={run.buckets === null}
        aria-label={words.drawRun(number)}
        onClick={() => futuresStore.setState({ ghost: run.id, showsGhost: true })}
      >
        {words.draw}
      </Button>
      <Button
        size="small"
        look="quiet"
        square
        aria-pressed={run.isPinned}
        aria-label={words.pin(number)}
        onClick={() => changeKept(run.id, { isPinned: !run.isPinned })}
      >
        <Pin size={14} fill={run.isPinned ? 'currentColor' : 'none'} aria-hidden />
      </Button>
      <Button size="small" look="quiet" square aria-label={words.forget(number)} onClick={() => forgetKept(run.id)}>
        <X size={14} aria-hidden />
      </Button>
    </span>
  );
}

/** So that a row can be opened beside, copied and sent, like any link. */
function useLink(run: KeptRun): string | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void import('../../design/codec.ts')
      .then(({ encodeLink }) => encodeLink(designOfKept(run)))
      .then((text) => isHere && setLink(`${location.pathname}#${text}`));
    return () => {
      isHere = false;
    };
  }, [run]);
  return link;
}
