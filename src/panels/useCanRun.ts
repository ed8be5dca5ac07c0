import { stopsRun } from '../design/problems.ts';
import { useRun, useSession } from '../store/hooks.ts';

/** A design with an error has no run to play, and a lesson asks for a guess first. */
export function useCanRun(): boolean {
  const isLocked = useSession((state) => state.runLocked);
  return useRun((state) => !state.problems.some(stopsRun)) && !isLocked;
}
