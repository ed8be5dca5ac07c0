import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { freshTargets, type TargetName, type Targets } from '../../design/targets.ts';
import { crossedAt, judgeTargets, type TargetVerdict } from '../../goals/targets.ts';
import { useDesign } from '../../store/hooks.ts';
import { requirementsStore, targetsOf } from '../../store/requirements.ts';
import { situationOf } from '../../store/situation.ts';
import { useSlowRun } from '../theory/useSlowRun.ts';

export interface Verdict extends TargetVerdict {
  isAsked: boolean;
  /** Since which simulated second it is not met; null where it is, or where there is no such second. */
  since: number | null;
}

interface Crossed {
  run: number;
  target: number;
  since: number | null;
}

/** Every target there can be with what is measured, once a second while the run goes on. */
export function useVerdicts(): { verdicts: readonly Verdict[]; targets: Targets; isOfDesign: boolean } {
  const run = useSlowRun();
  const design = useDesign((state) => state.design);
  const wishes = useStore(requirementsStore, (state) => state.wishes);
  const targets = targetsOf(design, wishes);
  // While a run goes on, what has been crossed stays crossed since then; a run that went back or began anew is searched again.
  const known = useRef(new Map<TargetName, Crossed>());
  const verdicts = useMemo(() => {
    const situation = situationOf(run, design);
    const { frames, runId } = run;
    return judgeTargets({ ...freshTargets, ...targets }, situation).map((verdict): Verdict => {
      const { name, target, met } = verdict;
      const isAsked = targets[name] !== undefined;
      if (!isAsked || met !== false) {
        known.current.delete(name);
        return { ...verdict, isAsked, since: null };
      }
      const before = known.current.get(name);
      const newest = frames.at(-1)?.end ?? 0;
      const isSame = before && before.run === runId && before.target === target && (before.since ?? 0) < newest && run.status === 'playing';
      const since = isSame ? before.since : crossedAt(name, target, situation);
      known.current.set(name, { run: runId, target, since });
      return { ...verdict, isAsked, since };
    });
  }, [run, design, targets]);
  return { verdicts, targets, isOfDesign: design.targets !== undefined };
}
