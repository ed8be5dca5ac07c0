/** A grade line by line: what was asked, what was measured, what it earned, and the second of the run that proves it. */

import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Task } from '../../prompts/calmDesign.ts';
import type { Grade } from '../../prompts/merge.ts';
import type { PromptWords } from '../../prompts/prompt.ts';
import { evidenceOf } from '../../store/grading.ts';
import { Bar } from '../../ui/Bar.tsx';
import { formatClock, formatNumber, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Table } from '../../ui/Table.tsx';
import { Why } from '../../ui/Why.tsx';
import styles from './Grading.module.css';
import { gradingText } from './gradingWords.ts';
import { measuredText, targetText } from './measuredText.ts';
import { ScoreWhy } from './ScoreWhy.tsx';

interface GradeLinesProps {
  task: Task;
  /** As it was handed in. */
  design: Design;
  grade: Grade;
  words: Pick<PromptWords, 'rubric' | 'fatal' | 'needs'>;
  /** Only said so far, by somebody: no second proves it. */
  isClaim?: boolean;
}

export function GradeLines({ task, design, grade, words, isClaim = false }: GradeLinesProps) {
  const t = useText();
  const told = useLateText(gradingText);
  const [proofs, setProofs] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    setProofs({});
    if (isClaim) return;
    let isShown = true;
    void evidenceOf(task, design, grade).then((found) => isShown && setProofs(found));
    return () => {
      isShown = false;
    };
  }, [task, design, grade, isClaim]);
  const early = grade.seeds.flatMap(({ endedAt }) => endedAt ?? [])[0];
  return (
    <div className={styles.lines}>
      {grade.cannotRun ? <p className={styles.grave}>{told.cannotRun}</p> : null}
      {grade.fatal.length > 0 ? (
        <p className={styles.grave}>
          {told.fatal}: {grade.fatal.map((id) => words.fatal[id] ?? id).join(' · ')}
        </p>
      ) : null}
      {grade.missing.length > 0 ? (
        <p className={styles.grave}>
          {told.missing}: {grade.missing.map((id) => words.needs[id] ?? id).join(' · ')}
        </p>
      ) : null}
      {early === undefined ? null : <p className={styles.grave}>{told.endedEarly(formatClock(early))}</p>}
      <Table
        isWhole
        label={told.lines}
        className={styles.rubric}
        head={[told.line, told.measured, told.overall, told.points, told.evidence]}
      >
        {task.rubric.map(({ id, goal, points }, i) => {
          const { value, overall, earned, at } = grade.lines[i];
          const say = (number: number | null) => (number === null ? nothing : measuredText(goal.measure, number, t.common.duration));
          const of = given({ target: goal.value, measured: value, overall, earned, points, seeds: grade.seeds.length });
          return (
            <tr key={id} data-line={id} data-full={earned >= points || undefined}>
              <th scope="row">
                {words.rubric[id] ?? id}
                <small>{targetText(goal, t.common.duration)}</small>
              </th>
              <td>
                {value === null ? (
                  told.notMeasurable
                ) : (
                  <Why metric="mark-measured" about={words.rubric[id]} of={of}>
                    {say(value)}
                  </Why>
                )}
              </td>
              <td>
                {grade.seeds.length > 1 && overall === null ? (
                  told.notMeasurable
                ) : grade.seeds.length > 1 ? (
                  <Why metric="mark-overall" about={words.rubric[id]} of={of}>
                    {say(overall)}
                  </Why>
                ) : (
                  nothing
                )}
              </td>
              <td>
                <Bar className={styles.earned} value={earned} max={points} />
                <span className={styles.of}>
                  <Why metric="mark-points" about={words.rubric[id]} of={of}>
                    {told.of(grade.cannotRun && value === null ? nothing : formatNumber(earned), formatNumber(points))}
                  </Why>
                </span>
              </td>
              <td>
                {at === null || isClaim ? (
                  nothing
                ) : (
                  <a
                    className={styles.proof}
                    href={proofs[id]}
                    target="_blank"
                    rel="noreferrer"
                    title={told.at(formatClock(at))}
                    aria-label={told.at(formatClock(at))}
                  >
                    {formatClock(at)}
                    <ExternalLink size={12} aria-hidden />
                  </a>
                )}
              </td>
            </tr>
          );
        })}
      </Table>
      {grade.seeds.length > 1 ? (
        <p className={styles.faint}>
          <ScoreWhy grade={grade}>{told.seeds(grade.seeds.map(({ score }) => formatNumber(score)).join(' · '))}</ScoreWhy>
        </p>
      ) : null}
    </div>
  );
}
