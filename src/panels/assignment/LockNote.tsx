import { Lock, LockOpen } from 'lucide-react';
import { useStore } from 'zustand';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { assignmentStore } from '../../store/assignment.ts';
import { useDesign } from '../../store/hooks.ts';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';
import { freeOf } from './names.ts';

/** Over the settings of a part or wire: whether an assignment locks them, and which are free all the same. */
export function LockNote({ of }: { of: string }) {
  const words = useAssignmentText().lock;
  const settings = useLateText(fieldWords);
  const design = useDesign((state) => state.design);
  const carried = useStore(assignmentStore, (state) => state.carried);
  if (carried?.sort !== 'task') return null;
  const isLocked = carried.task.locked.includes(of);
  const free = freeOf(carried.task, design, of, settings);
  const Icon = isLocked ? Lock : LockOpen;
  return (
    <p className={styles.lockNote} data-locked={isLocked}>
      <Icon size={14} aria-hidden />
      <span>{!isLocked ? words.open : free.length > 0 ? words.free(free.join(', ')) : words.locked}</span>
    </p>
  );
}
