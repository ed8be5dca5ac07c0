import type { ReactNode } from 'react';
import { Why } from '../../ui/Why.tsx';
import { type LineGroup, type Scored, scoreInputs } from './scoreInputs.ts';

interface ScoreWhyProps {
  grade: Scored;
  /** Of the lines of one kind; of all without one. */
  group?: LineGroup;
  about?: string;
  children: ReactNode;
}

/** A score, in whatever words, that says how it was made. */
export function ScoreWhy({ grade, group, about, children }: ScoreWhyProps) {
  return (
    <Why metric={group === undefined ? 'mark-score' : 'mark-group'} of={scoreInputs(grade, group)} about={about}>
      {children}
    </Why>
  );
}
