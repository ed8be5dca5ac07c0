import { useRun } from '../store/hooks.ts';
import type { RunState } from '../store/runStore.ts';

type Speeds = Pick<RunState, 'status' | 'speed' | 'trueSpeed'>;

/** What the machine is held against: of "as fast as it goes" at least real time is expected. */
export const speedAsked = ({ speed }: Pick<RunState, 'speed'>): number => (Number.isFinite(speed) ? speed : 1);

/** Whether the machine falls behind the speed that was asked for. */
export const lags = (state: Speeds): boolean =>
  state.status === 'playing' && state.trueSpeed > 0 && state.trueSpeed < speedAsked(state) * 0.9;

/** The speed really reached, two digits of it; 0 where the speed asked for is reached. */
export function useTrueSpeed(): number {
  return useRun((state) => (lags(state) || state.speed === Number.POSITIVE_INFINITY ? Number(state.trueSpeed.toPrecision(2)) : 0));
}

export const useLags = (): boolean => useRun(lags);
