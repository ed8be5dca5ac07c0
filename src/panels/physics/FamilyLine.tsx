import { useStore } from 'zustand';
import type { Family } from '../../physics/families.ts';
import { physicsStore, type ShownCase, unplayed } from '../../store/physicsStore.ts';
import { type Mark, markOf } from './caseView.ts';
import styles from './Physics.module.css';
import { usePhysicsText } from './words.ts';

interface FamilyLineProps {
  family: Family;
  cases: readonly ShownCase[];
  isChosen: boolean;
  onChoose: () => void;
}

/** Cases of one kind in a line: what they are, a square for each, and how many agree. */
export function FamilyLine({ family, cases, isChosen, onChoose }: FamilyLineProps) {
  const words = usePhysicsText();
  const [name, what] = words.families[family];
  const marks = useStore(physicsStore, ({ states }) => cases.map(({ id }) => markOf(states[id] ?? unplayed)).join());
  const list = marks.split(',') as Mark[];
  const passed = list.filter((mark) => mark === 'passed').length;
  const judged = passed + list.filter((mark) => mark === 'failed').length;
  return (
    <button type="button" className={styles.familyHead} aria-expanded={isChosen} data-family={family} onClick={onChoose}>
      <span className={styles.familyName}>{name}</span>
      <span className={styles.familyCount}>{judged === 0 ? words.count(cases.length) : words.agree(passed, judged)}</span>
      <span className={styles.familyWhat}>{what}</span>
      <span className={styles.squares} aria-hidden>
        {list.map((mark, i) => (
          <span key={cases[i].id} className={styles.square} data-mark={mark} />
        ))}
      </span>
    </button>
  );
}
