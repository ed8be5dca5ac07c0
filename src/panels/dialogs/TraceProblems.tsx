import type { TraceProblem } from '../../design/trace.ts';
import styles from './Dialogs.module.css';
import { useDialogText } from './words.ts';

const shown = 8;

interface TraceProblemsProps {
  problems: readonly TraceProblem[];
  /** Says what a row should have been, where it is no row of counts. */
  columns?: (given: string) => string;
}

/** Which lines cannot be read, and why. */
export function TraceProblems({ problems, columns }: TraceProblemsProps) {
  const words = useDialogText().trace;
  const reasons = { ...words.reasons, columns: columns ?? words.reasons.columns };
  return (
    <div className={styles.errors} role="alert">
      <p>{problems[0].line === 0 ? words.whole : words.errors(problems.length)}</p>
      <ul>
        {problems.slice(0, shown).map((problem) => {
          const reason = reasons[problem.reason](problem.given);
          return <li key={`${problem.line}/${problem.reason}`}>{problem.line === 0 ? reason : words.line(problem.line, reason)}</li>;
        })}
      </ul>
      {problems.length > shown ? <p>{words.more(problems.length - shown)}</p> : null}
    </div>
  );
}
