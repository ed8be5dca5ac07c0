import { Upload } from 'lucide-react';
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
import { TraceProblems } from './TraceProblems.tsx';

/** A file or pasted text becomes the arrival shape: looked at first, scaled to a peak, squeezed into a time. */
export function TraceDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = t.dialogs.trace;
  const [given, setGiven] = useState({ name: '', text: '' });
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
      <p className={`${styles.text} ${styles.lead}`}>{words.intro}</p>
      <FileChoice name={given.name} onText={(name, text) => setGiven({ name, text })} />
      <TextArea
        className={styles.mono}
        label={words.pasteLabel}
        placeholder={words.placeholder}
        rows={4}
        value={given.text.length > 20_000 ? `${given.text.slice(0, 20_000)}…` : given.text}
        readOnly={given.text.length > 20_000}
        onChange={(event) => setGiven({ name: '', text: event.currentTarget.value })}
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

function FileChoice({ name, onText }: { name: string; onText: (name: string, text: string) => void }) {
  const t = useText();
  const words = t.dialogs.trace;
  const choose = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.csv,.txt,.tsv,text/csv,text/plain';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void file.text().then((text) => onText(file.name, text));
    });
    input.click();
  };
  return (
    <div className={styles.or}>
      <Button onClick={choose}>
        <Upload size={16} aria-hidden />
        {words.choose}
      </Button>
      <span>{name || words.orPaste}</span>
    </div>
  );
}
