/** The lines of one row. */

import { Suspense, useEffect, useState } from 'react';
import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import type { Task } from '../../prompts/calmDesign.ts';
import type { Prompt } from '../../prompts/prompt.ts';
import { isPromptId, type PromptEntry, promptEntries } from '../../prompts/registry.ts';
import type { MarkedRow } from '../../store/marking.ts';
import { GradeLines } from '../grading/GradeLines.tsx';
import { requirementsText } from '../requirements/requirementsText.ts';
import styles from './Marking.module.css';
import { markingText } from './markingWords.ts';

/** @param assigned the task of all rows; null: each of its prompt */
export function MarkDetails({ row, assigned }: { row: MarkedRow; assigned: Task | null }) {
  if (assigned)
    return (
      <Suspense>
        <AssignedLines row={row} task={assigned} />
      </Suspense>
    );
  const entry = row.prompt !== null && isPromptId(row.prompt) ? promptEntries[row.prompt] : undefined;
  return entry ? (
    <Suspense>
      <Lines row={row} entry={entry} />
    </Suspense>
  ) : null;
}

/** Lines of an assignment are its requirements; under them whatever breaks a rule. */
function AssignedLines({ row: { design, grade, breaches = [] }, task }: { row: MarkedRow; task: Task }) {
  const t = useText();
  const { names } = useLateText(requirementsText);
  const words = useLateText(markingText);
  if (!design || !grade) return null;
  const needs = Object.fromEntries(task.needs.map(({ id }) => [id, t.kinds[id as NodeKind].name]));
  return (
    <>
      {breaches.length > 0 ? (
        <div className={styles.breaches}>
          <b>{words.breaches}</b>
          <ul>
            {breaches.map((breach) => (
              <li key={JSON.stringify(breach)} data-breach={breach.what}>
                {words.breach[breach.what]('id' in breach ? nameIn(task, design, breach.id) : '', 'field' in breach ? breach.field : '')}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <GradeLines
        task={task}
        design={design}
        grade={grade}
        words={{ rubric: { ...names, reachable: words.reachable }, fatal: {}, needs }}
      />
    </>
  );
}

/** As it is called in the hand-in, or was in what was given out. */
function nameIn({ rules }: Task, design: Design, id: string): string {
  const labels = [...design.nodes, ...(rules?.start.nodes ?? []), ...design.groups, ...(rules?.start.groups ?? [])];
  const link = rules?.start.links.find((each) => each.id === id);
  const labelOf = (each: string) => labels.find((part) => part.id === each)?.label ?? each;
  return link ? `${labelOf(link.from)} → ${labelOf(link.to)}` : labelOf(id);
}

function Lines({ row: { design, grade }, entry }: { row: MarkedRow; entry: PromptEntry }) {
  const words = useLateText(entry.words);
  const [prompt, setPrompt] = useState<Prompt | null>(null);
  useEffect(() => void entry.prompt().then(setPrompt), [entry]);
  return prompt && design && grade ? <GradeLines task={prompt} design={design} grade={grade} words={words} /> : null;
}
