import { useDesign } from '../../store/hooks.ts';
import { useSlowRun } from '../theory/useSlowRun.ts';
import { type Economy, economyOf } from './economyNow.ts';

/** Once a second while the run goes on. */
export function useEconomy(): Economy {
  const run = useSlowRun();
  const design = useDesign((state) => state.design);
  return economyOf(run, design);
}
