/** What an assignment asks for: the task in words, what must be kept with how it is now, and the rules. The same on every screen. */

import type { Assignment } from '../../design/assignment.ts';
import type { Design, Id } from '../../design/design.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { targetText } from '../requirements/requirementsText.ts';
import { useVerdicts } from '../requirements/useVerdicts.ts';
import { AskedList } from './AskedList.tsx';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';
import { freeText, nameOf } from './names.ts';

interface TaskProps {
  task: Assignment;
  design: Design;
}

export function TaskText({ task, design }: TaskProps) {
  const t = useText();
  const words = useAssignmentText().task;
  const { verdicts } = useVerdicts();
  const told = Object.fromEntries(
    verdicts.map(({ name, measured }) => [name, measured === null ? words.unmeasured : words.measured(targetText(name, measured, t))]),
  );
  return (
    <>
      {task.words ? <p className={styles.words}>{task.words}</p> : null}
      {task.deadline ? <p className={styles.deadline}>{words.until(task.deadline)}</p> : null}
      <section className={styles.part}>
        <h3>{words.asked}</h3>
        <AskedList targets={design.targets ?? {}} told={told} />
      </section>
      <Rules task={task} design={design} />
    </>
  );
}

function Rules({ task, design }: TaskProps) {
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
