import { useRun } from '../../store/hooks.ts';
import { formatNumber } from '../../ui/format.ts';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';

/** What the design costs a month, and of how much. Without a run what is billed by use is not in. */
export function Budget({ now, most }: { now: number; most: number }) {
  const words = useAssignmentText().strip;
  const isMeasured = useRun((state) => state.frames.length > 0);
  const isOver = now > most;
  const told = words[isOver ? 'over' : isMeasured ? 'budget' : 'atRest'](formatNumber(Math.round(now), 'USD'), formatNumber(most, 'USD'));
  return (
    <span className={isOver ? styles.over : styles.within} data-budget={isOver ? 'over' : 'within'}>
      <meter className={styles.meter} min={0} max={most} high={most} value={Math.min(now, most)} aria-label={told} />
      {told}
    </span>
  );
}
