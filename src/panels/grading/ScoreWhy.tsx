import type { ReactNode } from 'react';
import type { Grade } from '../../prompts/merge.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';

interface ScoreWhyProps {
  grade: Pick<Grade, 'lines' | 'seeds'>;
  /** Of the lines of one kind; of all without one. */
  group?: Grade['lines'][number]['group'];
  about?: string;
  children: ReactNode;
}

/** A score, in whatever words, that says how it was made. */
export function ScoreWhy({ grade, group, about, children }: ScoreWhyProps) {
  const lines = grade.lines.filter((line) => group === undefined || line.group === group);
  const inputs = given({
    earned: lines.reduce((sum, { earned }) => sum + earned, 0),
    points: lines.reduce((sum, { points }) => sum + points, 0),
    worlds: grade.seeds.length,
  });
  return (
    <Why metric={group === undefined ? 'mark-score' : 'mark-group'} of={inputs} about={about}>
      {children}
    </Why>
  );
}
