import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { useRun } from '../../store/hooks.ts';
import { ProblemWords } from '../ProblemWords.tsx';
import styles from './PartProblems.module.css';

/** What is wrong with a part or a wire, and what is foolish about its settings, where these are. */
export function PartProblems({ id }: { id: Id }) {
  const all = useRun((state) => state.problems);
  const own = useMemo(() => all.filter(({ node, link }) => node === id || link === id), [all, id]);
  if (own.length === 0) return null;
  return (
    <ul className={styles.problems} data-testid="part-problems">
      {own.map((problem) => {
        const Sign = problem.severity === 'error' ? OctagonAlert : TriangleAlert;
        return (
          <li key={`${problem.code}/${JSON.stringify(problem.details)}`} data-severity={problem.severity}>
            <Sign size={16} aria-hidden />
            <span>
              <ProblemWords problem={problem} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
