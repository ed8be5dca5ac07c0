import type { ReactNode } from 'react';
import type { Grade } from '../../prompts/merge.ts';
import { Why } from '../../ui/Why.tsx';
import { given } from '../story/why/given.ts';

interface ScoreWhyProps {
  grade: Grade;
  /** Of the lines of one kind; of all without one. */
  group?: Grade['lines'][number]['group'];
  about?: string;
  children: ReactNode;
}

/** A score, in whatever words, that says how it was made. */
export function ScoreWhy({ grade, group, about, children }: ScoreWhyProps) {
  const lines = grade.lines.filter((line) => group === undefined || line.group === group);
  const inputs = given([
    { name: 'earned', value: lines.reduce((sum, { earned }) => sum + earned, 0), unit: '' },
    { name: 'points', value: lines.reduce((sum, { points }) => sum + points, 0), unit: '' },
    { name: 'worlds', value: grade.seeds.length, unit: '' },
  ]);
  return (
    <Why metric={group === undefined ? 'mark-score' : 'mark-group'} of={inputs} about={about}>
      {children}
    </Why>
  );
}
