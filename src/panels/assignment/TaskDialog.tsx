/** An assignment as whoever works on it reads it: the task, the rules, what it must keep; and the way to hand in. */

import { useEffect, useState } from 'react';
import { type Assignment, longestStudent } from '../../design/assignment.ts';
import type { Design } from '../../design/design.ts';
import { useText } from '../../i18n/text.ts';
import { handInLink } from '../../store/assignment.ts';
import { useDesign } from '../../store/hooks.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import fields from '../../ui/Field.module.css';
import { CopyRow } from '../share/CopyRow.tsx';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';
import { TaskText } from './TaskText.tsx';

export function TaskDialog({ task, onClose }: { task: Assignment; onClose: () => void }) {
  const t = useText();
  const words = useAssignmentText().task;
  const design = useDesign((state) => state.design);
  return (
    <Dialog title={design.title || words.title} closeLabel={t.common.close} onClose={onClose}>
      <TaskText task={task} design={design} />
      <HandIn design={design} />
    </Dialog>
  );
}

function HandIn({ design }: { design: Design }) {
  const words = useAssignmentText().task;
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [link, setLink] = useState<string | 'no-hash' | null>(null);
  useEffect(() => {
    let isHere = true;
    setLink(null);
    void handInLink(design, name, number).then((made) => isHere && setLink(made ?? 'no-hash'));
    return () => {
      isHere = false;
    };
  }, [design, name, number]);
  const box = (label: string, value: string, onChange: (text: string) => void) => (
    <input
      className={fields.box}
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={longestStudent}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
  return (
    <section className={styles.part} aria-label={words.handIn}>
      <h3>{words.handIn}</h3>
      <div className={styles.pair}>
        {box(words.name, name, setName)}
        {box(words.number, number, setNumber)}
      </div>
      {link === 'no-hash' ? (
        <p className={styles.problem}>{words.noHash}</p>
      ) : (
        <CopyRow text={link} label={words.link} copy={words.copy} making={words.making} testId="hand-in-link" />
      )}
      <p className={styles.soft}>{words.handInHelp}</p>
    </section>
  );
}
