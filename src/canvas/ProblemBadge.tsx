/** What is wrong with a part, where it is: a small sign with the words on hover and focus. */

import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Suspense } from 'react';
import type { Problem } from '../design/problems.ts';
import { adviceWords } from '../i18n/adviceWords.ts';
import { useLateText } from '../i18n/lateText.ts';
import { problemText } from '../i18n/problemText.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import css from './ProblemBadge.module.css';

export function ProblemBadge({ problem }: { problem: Problem }) {
  const t = useText();
  if (problem.code !== 'advice') return <Badge problem={problem} words={problemText(problem, designStore.getState().design, t)} />;
  return (
    <Suspense>
      <AdviceBadge problem={problem} />
    </Suspense>
  );
}

/** Its words come when there is some. */
function AdviceBadge({ problem }: { problem: Problem }) {
  const t = useText();
  const late = useLateText(adviceWords);
  return <Badge problem={problem} words={problemText(problem, designStore.getState().design, t, late)} />;
}

function Badge({ problem, words }: { problem: Problem; words: string }) {
  const t = useText();
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
