import { useMemo, useState } from 'react';
import type { Recording } from '../../design/design.ts';
import { setRecording, setSeconds } from '../../design/edits.ts';
import { importRecording } from '../../design/recording.ts';
import { sourcesOf } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatCount, formatDuration } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { Curve } from '../Curve.tsx';
import styles from './Dialogs.module.css';
import { FileChoice } from './FileChoice.tsx';
import { RowChoice, recordingText, type TableDialogProps } from './RowChoice.tsx';
import { TraceProblems } from './TraceProblems.tsx';
import { useDialogText } from './words.ts';

const previewBins = 120;
const longestShown = 20_000;

/** Requests per stretch of the recording, the busiest = 1. */
function densityOf({ instants }: Recording): number[] {
  const last = instants.at(-1) ?? 0;
  const counts = new Array<number>(previewBins).fill(0);
  for (const instant of instants) counts[last === 0 ? 0 : Math.min(previewBins - 1, Math.floor((instant / last) * previewBins))] += 1;
  const most = Math.max(...counts);
  return counts.map((count) => count / most);
}

/** A table of single requests becomes what one population sends. */
export function RecordingDialog({ given, onGiven, onRows, onClose }: TableDialogProps) {
  const t = useText();
  const words = useLateText(recordingText);
  const shared = useDialogText().trace;
  const [skipBadRows, setSkip] = useState(false);
  const [fitsRun, setFitsRun] = useState(true);
  const sources = sourcesOf(designStore.getState().design);
  const [by, setBy] = useState(() => sources[0]?.id ?? '');
  const read = useMemo(
    () => (given.text.trim() === '' ? null : importRecording(given.text, { name: given.name || words.name, skipBadRows })),
    [given, skipBadRows, words.name],
  );
  const recording = read?.ok ? read.recording : null;
  const last = recording?.instants.at(-1) ?? 0;

  const use = (chosen: Recording) => {
    designStore.getState().edit('setRecording', (design) => {
      const replayed = setRecording(design, chosen, by);
      return fitsRun ? setSeconds(replayed, Math.ceil(last * 1.1 + 5)) : replayed;
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
          <Button look="primary" disabled={recording === null} onClick={() => recording && use(recording)}>
            {words.use}
          </Button>
        </>
      }
    >
      <RowChoice value="requests" onRows={onRows} />
      <p className={`${styles.text} ${styles.lead}`}>{words.intro}</p>
      <FileChoice name={given.name} onText={(name, text) => onGiven({ name, text })} />
      <TextArea
        className={styles.mono}
        label={shared.pasteLabel}
        placeholder={words.placeholder}
        rows={4}
        value={given.text.length > longestShown ? `${given.text.slice(0, longestShown)}…` : given.text}
        readOnly={given.text.length > longestShown}
        onChange={(event) => onGiven({ name: '', text: event.currentTarget.value })}
      />
      {read && read.problems.length > 0 ? <TraceProblems problems={read.problems} columns={words.columns} /> : null}
      {read && (!read.ok || skipBadRows) && read.problems.some((problem) => problem.line > 0) ? (
        <label className={styles.check}>
          <input type="checkbox" checked={skipBadRows} onChange={(event) => setSkip(event.currentTarget.checked)} />
          {shared.skipBad}
        </label>
      ) : null}
      {recording && read ? (
        <>
          <Curve heights={densityOf(recording)} height={88} label={words.preview} from="" to={formatDuration(last, t.common.duration)} />
          <p className={styles.help}>
            {words.count(formatCount(recording.instants.length), formatDuration(last, t.common.duration))}
            {' · '}
            {recording.demandsMs.length > 0
              ? words.demand(formatDuration(recording.demandsMs.reduce((sum, ms) => sum + ms, 0) / recording.demandsMs.length / 1000))
              : words.noDemand}
          </p>
          {sources.length === 0 ? <p className={styles.help}>{words.noUsers}</p> : null}
          {sources.length > 1 ? (
            <div className={styles.fieldHead}>
              {words.by}
              <Select label={words.by} value={by} options={sources.map(({ id, label }) => ({ value: id, label }))} onChange={setBy} />
            </div>
          ) : null}
          <label className={styles.check}>
            <input type="checkbox" checked={fitsRun} onChange={(event) => setFitsRun(event.currentTarget.checked)} />
            {words.length}
          </label>
        </>
      ) : null}
    </Dialog>
  );
}
