import { stopsRun } from '../design/problems.ts';
import { useRun } from '../store/hooks.ts';

/** A design with an error has no run to play. */
export function useCanRun(): boolean {
  return useRun((state) => !state.problems.some(stopsRun));
}
