/** An assignment on a phone: its name, what is kept, and the task to read. It is worked on with a wider screen. */

import { GraduationCap } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Assignment, Carried } from '../../design/assignment.ts';
import { assignmentStore, keepAssignments } from '../../store/assignment.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { useAssignmentText } from '../assignment/assignmentWords.ts';
import { Budget } from '../assignment/Budget.tsx';
import { TaskText } from '../assignment/TaskText.tsx';
import { useVerdicts } from '../requirements/useVerdicts.ts';
import styles from './Phone.module.css';
import own from './PhoneAssignment.module.css';
import { Sheet } from './Sheet.tsx';

export function PhoneAssignment() {
  const carried = useStore(assignmentStore, (state) => state.carried);
  useEffect(keepAssignments, []);
  if (carried === null) return null;
  return carried.sort === 'task' ? <Task task={carried.task} /> : <ForTeachers carried={carried} />;
}

/** Whoever just opened the link reads the task first. */
function Task({ task }: { task: Assignment }) {
  const words = useAssignmentText();
  const design = useDesign((state) => state.design);
  const [isOpen, setOpen] = useState(() => designStore.getState().ownership === 'preview');
  const asked = useVerdicts().verdicts.filter(({ isAsked }) => isAsked);
  const budget = asked.find(({ name }) => name === 'monthlyUsd');
  return (
    <section className={styles.preview} aria-label={words.strip.task} data-assignment="task">
      <GraduationCap size={20} className={own.icon} aria-hidden />
      <div className={own.words}>
        <p>
          <b>{words.strip.task}</b> <span data-kept>{words.strip.met(asked.filter(({ met }) => met === true).length, asked.length)}</span>
        </p>
        {budget?.measured != null ? <Budget now={budget.measured} most={budget.target} /> : null}
      </div>
      <button type="button" className={styles.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.phone.open}
      </button>
      {isOpen ? (
        <Sheet title={design.title || words.task.title} onClose={() => setOpen(false)}>
          <div className={own.task}>
            <TaskText task={task} design={design} />
          </div>
          <p className={styles.none}>{words.phone.onComputer}</p>
        </Sheet>
      ) : null}
    </section>
  );
}

/** A key, or what a student sent: read and marked on a computer. */
function ForTeachers({ carried }: { carried: Exclude<Carried, { sort: 'task' }> }) {
  const words = useAssignmentText();
  const isKey = carried.sort === 'key';
  return (
    <section className={styles.preview} aria-label={words.strip[isKey ? 'key' : 'handIn']} data-assignment={carried.sort}>
      <GraduationCap size={20} className={own.icon} aria-hidden />
      <div className={own.words}>
        <p>
          <b>{words.strip[isKey ? 'key' : 'handIn']}</b>
        </p>
        <p>{isKey ? words.phone.key : words.key.handedIn(carried.name, carried.number)}</p>
      </div>
    </section>
  );
}
