/** A class's hand-ins, graded on this machine: paste or drop, watch them come in, sort, look, take the table along. */

import { Download, FileUp, Play, Square } from 'lucide-react';
import { type DragEvent, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { OpenKey } from '../../prompts/assignmentKey.ts';
import { handInsOf } from '../../prompts/handIns.ts';
import { marksCsv, spreadOf } from '../../prompts/marks.ts';
import { isPromptId, promptEntries, readyPrompts } from '../../prompts/registry.ts';
import { usualSeeds } from '../../prompts/seedGrade.ts';
import { saveText } from '../../store/files.ts';
import { gradeCrew } from '../../store/grading.ts';
import { markingStore, mostRows, startMarking, stopMarking } from '../../store/marking.ts';
import { ProgressLine } from '../../ui/Bar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { Why } from '../../ui/Why.tsx';
import { usePromptTitles } from '../grading/promptWords.ts';
import { LatePlace } from '../LatePlace.tsx';
import styles from './Marking.module.css';
import { markingText } from './markingWords.ts';

/** Comes with the first marks. */
const MarkTable = latePart(async () => (await import('./MarkTable.tsx')).MarkTable);

/** What opens a key weighs as much as the rest, and prompts need none. */
const KeyField = latePart(async () => (await import('./KeyField.tsx')).KeyField);

/** Characters of a sheet. Two thousand links of two thousand characters are four millions. */
const longestSheet = 16_000_000;
const seedChoices = ['1', '3', '5'] as const;

const taskOf = (prompt: string) => (isPromptId(prompt) ? (promptEntries[prompt]?.prompt() ?? null) : null);

export function MarkingDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(markingText);
  const titles = usePromptTitles();
  const { status, rows } = useStore(markingStore);
  const [text, setText] = useState('');
  const [prompt, setPrompt] = useState<string>(readyPrompts[0] ?? '');
  const [seeds, setSeeds] = useState<(typeof seedChoices)[number]>(String(usualSeeds) as (typeof seedChoices)[number]);
  const [key, setKey] = useState<OpenKey | null>(null);
  const [marked, setMarked] = useState<OpenKey | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const count = useMemo(() => handInsOf(text).length, [text]);
  const isPlaying = status === 'playing';
  // what is not looked at shall not keep the machine busy
  useEffect(() => stopMarking, []);

  const read = async (file: File | undefined) => {
    if (!file) return;
    setProblem(file.size > longestSheet ? words.fileTooLarge : null);
    if (file.size <= longestSheet) setText(await file.text());
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  };
  return (
    <Dialog
      full
      fit
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        <div className={styles.foot}>
          <Progress />
          {rows.length > 0 ? (
            <Button onClick={() => saveText(`\ufeff${marksCsv(rows)}`, 'marks.csv', 'text/csv')}>
              <Download size={16} aria-hidden />
              {words.csv}
            </Button>
          ) : null}
          {isPlaying ? (
            <Button onClick={stopMarking}>
              <Square size={14} fill="currentColor" aria-hidden />
              {words.stop}
            </Button>
          ) : (
            <Button
              look="primary"
              disabled={count === 0}
              onClick={() => {
                setMarked(key);
                void startMarking({ text, prompt, key, seeds: Number(seeds), taskOf, crew: gradeCrew() });
              }}
            >
              <Play size={16} fill="currentColor" aria-hidden />
              {words.grade(Math.min(count, mostRows))}
            </Button>
          )}
        </div>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the short way; the button beside it is the other */}
      <div className={styles.form} data-full={rows.length === 0 || undefined} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        <div className={styles.sheet}>
          <p className={styles.intro}>{words.intro}</p>
          <TextArea
            className={styles.text}
            label={words.field}
            placeholder={words.field}
            rows={rows.length === 0 ? 8 : 3}
            value={text}
            disabled={isPlaying}
            onChange={(event) => setText(event.currentTarget.value)}
            // what was pasted ends in the middle of a link; its first rows say what it is
            onBlur={(event) => event.currentTarget.scrollTo(0, 0)}
          />
        </div>
        <div className={styles.choices}>
          <FileButton label={words.file} disabled={isPlaying} onFile={(file) => void read(file)} />
          <Suspense fallback={<div className={styles.keyRoom} />}>
            <KeyField disabled={isPlaying} onKey={setKey} />
          </Suspense>
          <div className={styles.choice} title={words.promptHelp}>
            <span aria-hidden>{words.prompt}</span>
            <Select
              value={prompt}
              label={words.prompt}
              disabled={isPlaying || key !== null}
              options={readyPrompts.map((id) => ({ value: id as string, label: titles[id] }))}
              onChange={setPrompt}
            />
          </div>
          <div className={styles.choice}>
            <span aria-hidden>{words.seeds}</span>
            <Select
              value={seeds}
              label={words.seeds}
              disabled={isPlaying}
              options={seedChoices.map((value) => ({ value, label: words.seedOf(Number(value)) }))}
              onChange={setSeeds}
            />
          </div>
        </div>
      </div>
      {problem ? <p role="alert">{problem}</p> : null}
      {count > mostRows ? <p className={styles.note}>{words.cut(formatCount(mostRows))}</p> : null}
      {rows.length > 0 ? (
        <LatePlace>
          <MarkTable rows={rows} assigned={marked?.task ?? null} />
        </LatePlace>
      ) : (
        <p className={styles.waiting}>{key ? words.waitingKey : words.waiting}</p>
      )}
    </Dialog>
  );
}

function FileButton({ label, disabled, onFile }: { label: string; disabled: boolean; onFile: (file: File | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        <FileUp size={16} aria-hidden />
        {label}
      </Button>
    </>
  );
}

function Progress() {
  const words = useLateText(markingText);
  const { status, rows, played, toPlay } = useStore(markingStore);
  if (status === 'idle') return <ProgressLine share={null} status={status} text="" />;
  const graded = rows.filter(({ grade }) => grade !== null).length;
  const spread = spreadOf(rows);
  const text = words[status === 'playing' ? 'progress' : status](graded, rows.length);
  return (
    <ProgressLine share={status === 'playing' ? played / Math.max(1, toPlay) : null} status={status} text={text}>
      {spread && status !== 'playing' ? (
        <>
          {'. '}
          <Why
            metric="mark-spread"
            of={given({
              graded: spread.graded,
              lowest: spread.low,
              quarter: spread.quarter,
              median: spread.median,
              threeQuarters: spread.threeQuarters,
              highest: spread.high,
            })}
          >
            {words.spread(formatNumber(spread.median), formatNumber(spread.low), formatNumber(spread.high))}
          </Why>
        </>
      ) : null}
    </ProgressLine>
  );
}
