import { Suspense } from 'react';
import type { Problem } from '../design/problems.ts';
import { adviceWords } from '../i18n/adviceWords.ts';
import { useLateText } from '../i18n/lateText.ts';
import { problemText } from '../i18n/problemText.ts';
import { useText } from '../i18n/text.ts';
import { useDesign } from '../store/hooks.ts';

/** A problem in a sentence. The words of what a kind says of its own settings are fetched when it says something. */
export function ProblemWords({ problem }: { problem: Problem }) {
  const t = useText();
  const design = useDesign((state) => state.design);
  if (problem.code !== 'advice') return problemText(problem, design, t);
  return (
    <Suspense>
      <AdviceText problem={problem} />
    </Suspense>
  );
}

function AdviceText({ problem }: { problem: Problem }) {
  const t = useText();
  const late = useLateText(adviceWords);
  const design = useDesign((state) => state.design);
  return problemText(problem, design, t, late);
}
