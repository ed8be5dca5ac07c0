/** An assignment as whoever works on it reads it: the task, the rules, what it must keep; and the way to hand in. */

import { useEffect, useState } from 'react';
import { type Assignment, longestStudent } from '../../design/assignment.ts';
import type { Design, Id } from '../../design/design.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { handInLink } from '../../store/assignment.ts';
import { useDesign } from '../../store/hooks.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import fields from '../../ui/Field.module.css';
import { targetText } from '../requirements/requirementsText.ts';
import { useVerdicts } from '../requirements/useVerdicts.ts';
import { CopyRow } from '../share/CopyRow.tsx';
import { AskedList } from './AskedList.tsx';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';
import { freeText, nameOf } from './names.ts';

export function TaskDialog({ task, onClose }: { task: Assignment; onClose: () => void }) {
  const t = useText();
  const words = useAssignmentText().task;
  const design = useDesign((state) => state.design);
  const { verdicts } = useVerdicts();
  const told = Object.fromEntries(
    verdicts.map(({ name, measured }) => [name, measured === null ? words.unmeasured : words.measured(targetText(name, measured, t))]),
  );
  return (
    <Dialog title={design.title || words.title} closeLabel={t.common.close} onClose={onClose}>
      {task.words ? <p className={styles.words}>{task.words}</p> : null}
      {task.deadline ? <p className={styles.deadline}>{words.until(task.deadline)}</p> : null}
      <section className={styles.part}>
        <h3>{words.asked}</h3>
        <AskedList targets={design.targets ?? {}} told={told} />
      </section>
      <Rules task={task} design={design} />
      <HandIn design={design} />
    </Dialog>
  );
}

function Rules({ task, design }: { task: Assignment; design: Design }) {
  const t = useText();
  const words = useAssignmentText().task;
  const settings = useLateText(fieldWords);
  const all = [...design.nodes, ...design.links, ...design.groups].map(({ id }) => id);
  const locked = task.locked.filter((id) => all.includes(id));
  const free = freeText(task, design, settings);
  const { kinds } = task;
  return (
    <section className={styles.part}>
      <h3>{words.rules}</h3>
      <ul className={styles.list}>
        <li>
          {words.locked(locked.length)}
          {locked.length > 0 ? (
            <details>
              <summary>{words.lockedList}</summary>
              {locked.map((id: Id) => nameOf(design, id)).join(' · ')}
            </details>
          ) : null}
        </li>
        {free.length > 0 ? (
          <li>
            {words.free} {free.join(' · ')}
          </li>
        ) : null}
        <li>
          {kinds === null ? words.any : kinds.length === 0 ? words.none : words.some(kinds.map((kind) => t.kinds[kind].name).join(', '))}
        </li>
        {task.traffic ? <li>{words.traffic}</li> : null}
        <li>{words.physics}</li>
        {task.promise ? (
          <li className={styles.hash} data-promise={task.promise}>
            {words.hidden(task.promise)}
          </li>
        ) : null}
      </ul>
      <p className={styles.soft}>{words.marked}</p>
    </section>
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
