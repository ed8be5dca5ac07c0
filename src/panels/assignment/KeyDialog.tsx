/** What a teacher's key holds, or whose hand-in this is; and the way to marking. */

import { useEffect, useState } from 'react';
import type { Carried } from '../../design/assignment.ts';
import { useText } from '../../i18n/text.ts';
import { type KeyProblem, type OpenKey, openKey } from '../../prompts/assignmentKey.ts';
import { useDesign } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AskedList } from './AskedList.tsx';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';

export function KeyDialog({ carried, onClose }: { carried: Exclude<Carried, { sort: 'task' }>; onClose: () => void }) {
  const t = useText();
  const words = useAssignmentText();
  if (carried.sort === 'hand-in')
    return (
      <Dialog title={words.strip.handIn} closeLabel={t.common.close} onClose={onClose}>
        <div className={styles.key}>
          <p className={styles.words}>{words.key.handedIn(carried.name, carried.number)}</p>
          <p className={styles.soft}>{words.key.canSay}</p>
          <p className={styles.hash}>{words.key.assignment(carried.assignment)}</p>
        </div>
      </Dialog>
    );
  return (
    <Dialog
      title={words.key.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        <Button look="primary" onClick={() => sessionStore.getState().set({ dialog: 'marking' })}>
          {words.strip.mark}
        </Button>
      }
    >
      <div className={styles.key}>
        <p className={styles.soft}>{words.key.intro}</p>
        {carried.task.words ? <p className={styles.words}>{carried.task.words}</p> : null}
        <Opened />
      </div>
    </Dialog>
  );
}

function Opened() {
  const words = useAssignmentText();
  const design = useDesign((state) => state.design);
  const [key, setKey] = useState<OpenKey | { problem: KeyProblem } | null>(null);
  useEffect(() => {
    let isHere = true;
    void openKey(design).then((opened) => isHere && setKey(opened));
    return () => {
      isHere = false;
    };
  }, [design]);
  if (key === null) return null;
  if ('problem' in key) return <p className={styles.problem}>{key.problem === 'no-hash' ? words.make.noHash : words.key.bad}</p>;
  return (
    <>
      <h3>{words.task.asked}</h3>
      <AskedList targets={design.targets ?? {}} />
      <p>{words.key.hidden(key.hidden.length)}</p>
      {key.isKept === null ? null : (
        <p className={key.isKept ? styles.soft : styles.problem}>{key.isKept ? words.key.kept : words.key.broken}</p>
      )}
      <p className={styles.hash}>{words.key.assignment(key.hash)}</p>
    </>
  );
}
