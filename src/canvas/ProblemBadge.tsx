/** What is wrong with a part, where it is: a small sign with the words on hover and focus. */

import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Problem } from '../design/problems.ts';
import { problemText } from '../i18n/problemText.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import css from './ProblemBadge.module.css';

export function ProblemBadge({ problem }: { problem: Problem }) {
  const t = useText();
  const words = problemText(problem, designStore.getState().design, t);
  const isError = problem.severity === 'error';
  return (
    <Tooltip text={words} side="top">
      <button
        type="button"
        tabIndex={-1}
        className={`${css.badge} nodrag nopan`}
        data-severity={problem.severity}
        aria-label={`${isError ? t.canvas.problem : t.canvas.warning}: ${words}`}
      >
        {isError ? <CircleAlert size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
      </button>
    </Tooltip>
  );
}
