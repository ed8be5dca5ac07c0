import { Play, Square } from 'lucide-react';
import { useStore } from 'zustand';
import { playCases, stopCases } from '../../store/physicsPlayer.ts';
import { type PhysicsState, physicsStore, type ShownCase, unplayed } from '../../store/physicsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { type Mark, markOf, marks } from './caseView.ts';
import styles from './Physics.module.css';
import { usePhysicsText } from './words.ts';

/** How many cases stand where, as one text: so that a row of numbers is drawn again only when one of them changes. */
export const countsOf = ({ states }: PhysicsState, cases: readonly ShownCase[]): string =>
  marks.map((mark) => cases.filter(({ id }) => markOf(states[id] ?? unplayed) === mark).length).join();

/** What is read first: how many of the cases played agree with theory; before the first, how many there are. */
export function Score({ cases }: { cases: readonly ShownCase[] }) {
  const words = usePhysicsText();
  const counts = useStore(physicsStore, (state) => countsOf(state, cases));
  const count = Object.fromEntries(counts.split(',').map((text, i) => [marks[i], Number(text)])) as Record<Mark, number>;
  const left = count.playing + count.queued;
  const judged = count.passed + count.failed;
  const isUntouched = count.unplayed === cases.length;
  return (
    <section className={styles.score}>
      <div className={styles.figure} data-testid="physics-score">
        <p className={styles.agree}>{judged === 0 ? words.all(cases.length) : words.agree(count.passed, judged)}</p>
        <p className={styles.agreeLabel}>
          {judged === 0 ? (
            words.allLabel
          ) : (
            <Why metric="physics-agree" about={words.agree(count.passed, judged)} of={given({ passed: count.passed, judged })}>
              {words.agreeLabel}
            </Why>
          )}
        </p>
      </div>
      <div className={styles.about}>
        <p>{words.intro}</p>
        <div className={styles.tools}>
          {left > 0 ? (
            <Button look="primary" onClick={stopCases}>
              <Square size={14} fill="currentColor" aria-hidden />
              {words.stop}
            </Button>
          ) : (
            <>
              <Button look="primary" onClick={() => playCases(cases, true)}>
                <Play size={14} fill="currentColor" aria-hidden />
                {words.runAll}
              </Button>
              <Button look="quiet" onClick={() => playCases(cases, false)}>
                {words.runAllFull}
              </Button>
            </>
          )}
          <span className={styles.left} role="status">
            {left > 0 ? words.left(left) : ''}
          </span>
        </div>
        {isUntouched ? (
          <p className={styles.quickNote}>{words.quickNote}</p>
        ) : (
          <ul className={styles.legend}>
            {marks
              .filter((mark) => count[mark] > 0)
              .map((mark) => (
                <li key={mark}>
                  <span className={styles.square} data-mark={mark} />
                  {words.states[mark]}
                  <b>{count[mark]}</b>
                </li>
              ))}
          </ul>
        )}
      </div>
    </section>
  );
}
