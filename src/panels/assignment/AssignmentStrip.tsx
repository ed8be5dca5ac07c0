/** While an assignment is in hand: its name, what it costs, what is kept, and the way to the task. Says why something was refused. */

import { GraduationCap } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { say } from '../../actions/toast.ts';
import type { Assignment } from '../../design/assignment.ts';
import { useText } from '../../i18n/text.ts';
import { type AssignmentState, assignmentStore, keepAssignments } from '../../store/assignment.ts';
import { designStore } from '../../store/designStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useVerdicts } from '../requirements/useVerdicts.ts';
import strip from '../Strip.module.css';
import { type AssignmentText, useAssignmentText } from './assignmentWords.ts';
import { Budget } from './Budget.tsx';
import { markLocked } from './lockMarks.ts';
import { nameOf } from './names.ts';

const open = (dialog: 'assignment' | 'marking') => () => sessionStore.getState().set({ dialog });

export function AssignmentStrip() {
  const words = useAssignmentText();
  const { carried, refused } = useStore(assignmentStore);
  useEffect(keepAssignments, []);
  useRefusals(refused, words);
  if (carried === null) return null;
  if (carried.sort === 'task') return <TaskStrip task={carried.task} />;
  const isKey = carried.sort === 'key';
  return (
    <section className={strip.strip} aria-label={words.strip[isKey ? 'key' : 'handIn']} data-assignment={carried.sort}>
      <GraduationCap size={16} aria-hidden />
      <b>{words.strip[isKey ? 'key' : 'handIn']}</b>
      {carried.sort === 'hand-in' && carried.name ? (
        <span>{words.strip.of([carried.name, carried.number].filter(Boolean).join(', '))}</span>
      ) : null}
      <Button size="small" look={isKey ? 'primary' : 'plain'} onClick={open(isKey ? 'marking' : 'assignment')}>
        {isKey ? words.strip.mark : words.strip.about}
      </Button>
    </section>
  );
}

/** Whoever just opened the link reads the task first. */
function TaskStrip({ task }: { task: Assignment }) {
  const words = useAssignmentText().strip;
  const { verdicts } = useVerdicts();
  useEffect(() => markLocked(task.locked), [task.locked]);
  useEffect(() => {
    if (designStore.getState().ownership === 'preview' && sessionStore.getState().dialog === null) open('assignment')();
  }, []);
  const asked = verdicts.filter(({ isAsked }) => isAsked);
  const budget = asked.find(({ name }) => name === 'monthlyUsd');
  return (
    <section className={strip.strip} aria-label={words.task} data-assignment="task">
      <GraduationCap size={16} aria-hidden />
      <b>{words.task}</b>
      {budget?.measured != null ? <Budget now={budget.measured} most={budget.target} /> : null}
      <span data-kept>{words.met(asked.filter(({ met }) => met === true).length, asked.length)}</span>
      <Button size="small" look="primary" onClick={open('assignment')}>
        {words.open}
      </Button>
    </section>
  );
}

/** Once each time, and not again while it stands there. */
function useRefusals(refused: AssignmentState['refused'], words: AssignmentText): void {
  const t = useText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is said once, in the words of then
  useEffect(() => {
    if (!refused) return;
    const { design } = designStore.getState();
    const told = words.refused;
    const text =
      refused.what === 'kind'
        ? told.kind(t.kinds[refused.kind].name)
        : 'id' in refused
          ? told[refused.what](nameOf(design, refused.id))
          : told[refused.what];
    if (sessionStore.getState().toast?.text !== text) say(text);
  }, [refused]);
}
