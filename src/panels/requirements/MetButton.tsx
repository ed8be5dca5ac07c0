import { useMemo } from 'react';
import { useStore } from 'zustand';
import { judgeTargets } from '../../goals/targets.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { requirementsStore, targetsOf } from '../../store/requirements.ts';
import { runStore } from '../../store/runStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { situationOf } from '../../store/situation.ts';
import { Button } from '../../ui/Button.tsx';
import { requirementsText } from './requirementsText.ts';

/** How many of the requirements a run has kept, where any are asked for; opens them. */
export function MetButton({ className }: { className?: string }) {
  const words = useLateText(requirementsText);
  const design = useDesign((state) => state.design);
  const wishes = useStore(requirementsStore, (state) => state.wishes);
  const frames = useRun((state) => state.frames);
  const targets = targetsOf(design, wishes);
  const verdicts = useMemo(
    () => (frames.length > 0 ? judgeTargets(targets, situationOf(runStore.getState(), design)) : []),
    [targets, design, frames],
  );
  if (verdicts.length === 0) return null;
  const met = verdicts.filter((verdict) => verdict.met === true).length;
  return (
    <Button
      size="small"
      className={className}
      data-requirements-met={met}
      onClick={() => sessionStore.getState().set({ dialog: 'requirements' })}
    >
      {words.title}: {words.summary(met, verdicts.length)}
    </Button>
  );
}
