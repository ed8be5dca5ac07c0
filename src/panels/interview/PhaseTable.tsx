/** What each phase of an interview took, against what was meant for it. */

import { useLateText } from '../../i18n/lateText.ts';
import type { PhaseTime } from '../../prompts/interviewPhases.ts';
import { nothing } from '../../ui/format.ts';
import { clockText } from './clockText.ts';
import { interviewText } from './interviewWords.ts';
import styles from './Phases.module.css';

export function PhaseTable({ times }: { times: readonly PhaseTime[] }) {
  const words = useLateText(interviewText);
  const longest = Math.max(1, ...times.map(({ seconds, budget }) => Math.max(seconds, budget ?? 0)));
  const share = (seconds: number) => `${(100 * seconds) / longest}%`;
  return (
    <table className={styles.phases}>
      <thead>
        <tr>
          <th scope="col">{words.phaseTable.phase}</th>
          <th scope="col">{words.phaseTable.took}</th>
          <th scope="col">{words.phaseTable.meant}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {times.map(({ phase, seconds, budget }) => {
          const isOver = budget !== null && seconds > budget;
          return (
            <tr key={phase} data-phase-time={phase} data-over={isOver || undefined}>
              <th scope="row">{words.phases[phase]}</th>
              <td>{clockText(seconds)}</td>
              <td>{budget === null ? nothing : clockText(budget)}</td>
              <td>
                <span className={styles.phaseBar} aria-hidden>
                  <span style={{ width: share(seconds) }} />
                  {budget === null ? null : <i style={{ left: share(budget) }} />}
                </span>
                {isOver ? <span className={styles.phaseOver}>{words.over(clockText(seconds - budget))}</span> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
