import { Check, ChevronDown, CircleDashed, Hourglass, LoaderCircle, Puzzle, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { physicsStore, type ShownCase, unplayed } from '../../store/physicsStore.ts';
import { CaseDetails } from './CaseDetails.tsx';
import { type Mark, markOf, primaryOf, valueText } from './caseView.ts';
import { ErrorBar } from './ErrorBar.tsx';
import styles from './Rows.module.css';
import { useCaseText, useMetricName, usePhysicsText } from './words.ts';

const icons = { unplayed: CircleDashed, queued: Hourglass, playing: LoaderCircle, passed: Check, failed: X, waiting: Puzzle };

/** One case in a line: its state, what it is, and its first metric as a bar. Opens into all of it. */
export function CaseRow({ shown, onClose }: { shown: ShownCase; onClose: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const nameOf = useMetricName();
  const words = usePhysicsText();
  const told = useCaseText(shown);
  const state = useStore(physicsStore, ({ states }) => states[shown.id] ?? unplayed);
  const mark = markOf(state);
  const primary = primaryOf(shown, state);
  const { estimate, unit, expected } = primary;
  return (
    <li className={styles.row} data-case={shown.id} data-state={mark}>
      <button type="button" className={styles.head} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <MarkIcon mark={mark} />
        <span className={styles.what}>
          <span className={styles.id}>{shown.id}</span>
          <span className={styles.description} lang={told.lang}>
            {told.text}
          </span>
        </span>
        <span className={styles.metric}>
          <span className={styles.metricName}>{nameOf(primary.name)}</span>
          <ErrorBar metric={primary} label={nameOf(primary.name)} />
        </span>
        <span className={styles.values}>
          {estimate && Number.isFinite(estimate.value) ? <span className={styles.measured}>{valueText(estimate.value, unit)}</span> : null}
          <span className={styles.expected}>
            {words.columns.expected} {valueText(expected, unit)}
          </span>
        </span>
        <ChevronDown size={16} aria-hidden className={styles.chevron} />
      </button>
      {isOpen ? <CaseDetails shown={shown} state={state} onClose={onClose} /> : null}
    </li>
  );
}

function MarkIcon({ mark }: { mark: Mark }) {
  const words = usePhysicsText();
  const Icon = icons[mark];
  return (
    <span className={styles.mark} data-mark={mark} title={words.states[mark]}>
      <Icon size={14} aria-hidden />
      <span className={styles.hidden}>{words.states[mark]}</span>
    </span>
  );
}
