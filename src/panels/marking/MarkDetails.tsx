/** The lines of one row. */

import { Suspense, useEffect, useState } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import type { Prompt } from '../../prompts/prompt.ts';
import { isPromptId, type PromptEntry, promptEntries } from '../../prompts/registry.ts';
import type { MarkedRow } from '../../store/marking.ts';
import { GradeLines } from '../grading/GradeLines.tsx';

export function MarkDetails({ row }: { row: MarkedRow }) {
  const entry = row.prompt !== null && isPromptId(row.prompt) ? promptEntries[row.prompt] : undefined;
  return entry ? (
    <Suspense>
      <Lines row={row} entry={entry} />
    </Suspense>
  ) : null;
}

function Lines({ row: { design, grade }, entry }: { row: MarkedRow; entry: PromptEntry }) {
  const words = useLateText(entry.words);
  const [prompt, setPrompt] = useState<Prompt | null>(null);
  useEffect(() => void entry.prompt().then(setPrompt), [entry]);
  return prompt && design && grade ? <GradeLines task={prompt} design={design} grade={grade} words={words} /> : null;
}
