import { useMemo, useState } from 'react';
import type { Trace } from '../../design/design.ts';
import { longestRunSeconds, replayTrace, setSeconds } from '../../design/edits.ts';
import { importTrace, resampleTrace, type TraceImport } from '../../design/trace.ts';
import { sourcesOf } from '../../design/wires.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatCount, formatDuration, formatRate } from '../../ui/format.ts';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { Curve } from '../Curve.tsx';
import { ratePerSecondOf } from '../offered.ts';
import styles from './Dialogs.module.css';
import { FileChoice } from './FileChoice.tsx';
import { RecordingDialog } from './RecordingDialog.tsx';
import { type Given, RowChoice, type RowKind, type TableDialogProps } from './RowChoice.tsx';
import { TraceProblems } from './TraceProblems.tsx';
import { useDialogText } from './words.ts';

/** A table of counts, or of single requests: what was pasted stays when it turns out to be the other. */
export function TraceDialog({ onClose }: { onClose: () => void }) {
  const [rows, setRows] = useState<RowKind>('counts');
  const [given, setGiven] = useState<Given>({ name: '', text: '' });
  const Chosen = rows === 'counts' ? CountsDialog : RecordingDialog;
  return <Chosen given={given} onGiven={setGiven} onRows={setRows} onClose={onClose} />;
}

/** A file or pasted text becomes the arrival shape: looked at first, scaled to a peak, squeezed into a time. */
function CountsDialog({ given, onGiven, onRows, onClose }: TableDialogProps) {
  const t = useText();
  const words = useDialogText().trace;
  const [skipBadRows, setSkip] = useState(false);
  const start = designStore.getState().design;
  const [peak, setPeak] = useState(() => ratePerSecondOf(start) || 1000);
  const [seconds, setTraceSeconds] = useState(() => Math.min(start.seconds, 600));
  const [fitsRun, setFitsRun] = useState(true);
  const read = useMemo<TraceImport | null>(
    () => (given.text.trim() === '' ? null : importTrace(given.text, { name: given.name || words.name, skipBadRows })),
    [given, skipBadRows, words.name],
  );
  const trace = useMemo(() => (read?.ok ? resampleTrace(read.points, { name: read.name, seconds }) : null), [read, seconds]);

  const use = (chosen: Trace) => {
    designStore.getState().edit('setTrace', (design) => {
      const replayed = replayTrace(design, chosen, peak);
      return fitsRun ? setSeconds(replayed, seconds) : replayed;
    });
    onClose();
  };
  return (
    <Dialog
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" disabled={trace === null} onClick={() => trace && use(trace)}>
            {words.use}
          </Button>
        </>
      }
    >
      <RowChoice value="counts" onRows={onRows} />
      <p className={`${styles.text} ${styles.lead}`}>{words.intro}</p>
      <FileChoice name={given.name} onText={(name, text) => onGiven({ name, text })} />
      <TextArea
        className={styles.mono}
        label={words.pasteLabel}
        placeholder={words.placeholder}
        rows={4}
        value={given.text.length > 20_000 ? `${given.text.slice(0, 20_000)}…` : given.text}
        readOnly={given.text.length > 20_000}
        onChange={(event) => onGiven({ name: '', text: event.currentTarget.value })}
      />
      {read && read.problems.length > 0 ? <TraceProblems problems={read.problems} /> : null}
      {read && (!read.ok || skipBadRows) && read.problems.some((problem) => problem.line > 0) ? (
        <label className={styles.check}>
          <input type="checkbox" checked={skipBadRows} onChange={(event) => setSkip(event.currentTarget.checked)} />
          {words.skipBad}
        </label>
      ) : null}
      {read?.ok && trace ? (
        <>
          <Curve
            heights={trace.values.length > 1 ? trace.values : [1, 1]}
            height={88}
            label={words.preview}
            from={t.panels.workload.peak(formatRate(peak))}
            to={formatDuration(seconds, t.common.duration)}
          />
          <p className={styles.help}>
            {words.rows(formatCount(read.rows), formatCount(trace.values.length))}
            {read.skipped > 0 ? ` · ${words.skipped(read.skipped)}` : ''}
            {read.gaps.length > 0 ? ` · ${words.gaps(read.gaps.length)}` : ''}
          </p>
          <div className={styles.fields}>
            <div>
              <div className={styles.fieldHead}>
                {words.peak}
                <NumberBox range={{ min: 0.01, max: 200_000, scale: 'log' }} value={peak} unit="/s" label={words.peak} onChange={setPeak} />
              </div>
              <p className={styles.help}>{sourcesOf(start).length === 0 ? words.noUsers : words.peakHelp}</p>
            </div>
            <div>
              <div className={styles.fieldHead}>
                {words.seconds}
                <NumberBox
                  range={{ min: 1, max: longestRunSeconds, scale: 'log', integer: true }}
                  value={seconds}
                  unit="s"
                  label={words.seconds}
                  onChange={setTraceSeconds}
                />
              </div>
              <p className={styles.help}>{words.secondsHelp}</p>
            </div>
          </div>
          <label className={styles.check}>
            <input type="checkbox" checked={fitsRun} onChange={(event) => setFitsRun(event.currentTarget.checked)} />
            {words.length}
          </label>
        </>
      ) : null}
    </Dialog>
  );
}
