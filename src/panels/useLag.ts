import { useRun } from '../store/hooks.ts';
import type { RunState } from '../store/runStore.ts';

/** Whether the machine falls behind the speed that was asked for. As fast as it goes is never behind. */
const lags = ({ status, speed, trueSpeed }: RunState): boolean =>
  status === 'playing' && Number.isFinite(speed) && trueSpeed > 0 && trueSpeed < speed * 0.9;

/** The speed really reached, two digits of it; 0 where the speed asked for is reached. */
export function useTrueSpeed(): number {
  return useRun((state) => (lags(state) || state.speed === Number.POSITIVE_INFINITY ? Number(state.trueSpeed.toPrecision(2)) : 0));
}

export const useLags = (): boolean => useRun(lags);
