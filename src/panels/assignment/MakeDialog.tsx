/** A design becomes an assignment: what it says, what stays as it is, what is asked, what is hidden; and the two links of it. */

import { type ReactNode, useId, useState } from 'react';
import { isAssignmentId, longestDeadline } from '../../design/assignment.ts';
import { longestNote } from '../../design/notes.ts';
import { targetFields, targetNames } from '../../design/targets.ts';
import { useText } from '../../i18n/text.ts';
import { makeAssignment } from '../../prompts/assignmentKey.ts';
import { newSalt } from '../../store/assignment.ts';
import { useDesign } from '../../store/hooks.ts';
import { requirementsStore, targetsOf } from '../../store/requirements.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import fields from '../../ui/Field.module.css';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { AskedList } from './AskedList.tsx';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';
import { KindChoice } from './KindChoice.tsx';
import { LockTable, lockable } from './LockTable.tsx';
import { type Made, MadeLinks } from './MadeLinks.tsx';

export function MakeDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useAssignmentText().make;
  const design = useDesign((state) => state.design);
  const [id, setId] = useState(() => `a-${newSalt().slice(0, 6)}`);
  const [task, setTask] = useState('');
  const [deadline, setDeadline] = useState('');
  const [locked, setLocked] = useState<readonly string[]>(() => lockable(design));
  const [free, setFree] = useState<readonly string[]>([]);
  const [kinds, setKinds] = useState<Parameters<typeof KindChoice>[0]['kinds']>(null);
  const [traffic, setTraffic] = useState(true);
  const [targets, setTargets] = useState(() => targetsOf(design, requirementsStore.getState().wishes));
  const [hidden, setHidden] = useState({ scenario: design.scenario.length > 0, traffic: false });
  const [made, setMade] = useState<Made | 'no-hash' | null>(null);
  const isEmpty = targetNames.every((name) => targets[name] === undefined);
  const make = async () => {
    const salt = newSalt();
    const asked = { id, words: task, deadline, locked: [...locked], free: [...free], kinds, traffic };
    setMade((await makeAssignment({ design: { ...design, targets }, task: asked, hidden, salt })) ?? 'no-hash');
  };
  const problem = !isAssignmentId(id) ? words.badId : isEmpty ? words.noneAsked : made === 'no-hash' ? words.noHash : null;
  if (made !== null && made !== 'no-hash')
    return (
      <Dialog
        title={words.title}
        closeLabel={t.common.close}
        onClose={onClose}
        wide
        foot={<Button onClick={() => setMade(null)}>{words.again}</Button>}
      >
        <MadeLinks made={made} />
      </Dialog>
    );
  return (
    <Dialog
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      wide
      foot={
        <>
          {problem ? (
            <p className={styles.missing} role="status">
              {problem}
            </p>
          ) : null}
          <Button look="primary" disabled={!isAssignmentId(id) || isEmpty} onClick={() => void make()}>
            {words.make}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{words.intro}</p>
      <div className={styles.pair}>
        <Labelled name={words.id}>
          <input
            className={fields.box}
            aria-label={words.id}
            title={words.idHelp}
            value={id}
            maxLength={24}
            spellCheck={false}
            onChange={(event) => setId(event.currentTarget.value)}
          />
        </Labelled>
        <Labelled name={words.deadline}>
          <input
            className={fields.box}
            aria-label={words.deadline}
            placeholder={words.deadlinePlaceholder}
            value={deadline}
            maxLength={longestDeadline}
            onChange={(event) => setDeadline(event.currentTarget.value)}
          />
        </Labelled>
      </div>
      <Labelled name={words.words}>
        <TextArea
          label={words.words}
          placeholder={words.wordsPlaceholder}
          rows={4}
          maxLength={longestNote}
          value={task}
          onChange={(event) => setTask(event.currentTarget.value)}
        />
      </Labelled>
      <Part title={words.locks} help={words.locksHelp}>
        <LockTable design={design} locked={locked} free={free} onLocked={setLocked} onFree={setFree} />
        <Choice name={words.traffic} on={traffic} onChange={setTraffic} />
      </Part>
      <Part title={words.kinds}>
        <KindChoice kinds={kinds} onChange={setKinds} />
      </Part>
      <Part title={words.asked} help={words.askedHelp}>
        <div className={styles.budget}>
          <Switch
            checked={targets.monthlyUsd !== undefined}
            label={words.budget}
            onChange={(on) => setTargets(withBudget(targets, on ? targetFields.monthlyUsd.default : null))}
          />
          <span aria-hidden>{words.budget}</span>
          <span className={styles.money}>
            <NumberBox
              label={words.budget}
              unit="USD"
              range={targetFields.monthlyUsd}
              value={targets.monthlyUsd ?? targetFields.monthlyUsd.default}
              disabled={targets.monthlyUsd === undefined}
              onChange={(usd) => setTargets(withBudget(targets, usd))}
            />
          </span>
        </div>
        <AskedList targets={targets} />
      </Part>
      <Part title={words.hidden} help={words.hiddenHelp}>
        {design.scenario.length > 0 ? (
          <Choice
            name={words.hideEvents(design.scenario.length)}
            on={hidden.scenario}
            onChange={(scenario) => setHidden({ ...hidden, scenario })}
          />
        ) : (
          <p className={styles.soft}>{words.noEvents}</p>
        )}
        <Choice name={words.hideTraffic} on={hidden.traffic} onChange={(on) => setHidden({ ...hidden, traffic: on })} />
      </Part>
    </Dialog>
  );
}

function withBudget(targets: ReturnType<typeof targetsOf>, usd: number | null): ReturnType<typeof targetsOf> {
  const { monthlyUsd: _, ...rest } = targets;
  return usd === null ? rest : { ...rest, monthlyUsd: usd };
}

function Labelled({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden>{name}</span>
      {children}
    </div>
  );
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {help ? <p className={styles.soft}>{help}</p> : null}
      {children}
    </section>
  );
}

function Choice({ name, on, onChange }: { name: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <div className={styles.choice}>
      <Switch checked={on} label={name} onChange={onChange} />
      <span aria-hidden>{name}</span>
    </div>
  );
}
