import { advise, type KindAdvice, num } from '../advice.ts';

export type DeployAdvice = 'cannot-move' | 'promotes-blind' | 'old-gone';

export const deployAdvice: KindAdvice<DeployAdvice> = {
  advise: ({ params }) => {
    const { strategy } = params;
    const [detectSeconds, canarySeconds, keepSeconds] = [
      num(params, 'detectSeconds'),
      num(params, 'canarySeconds'),
      num(params, 'keepOldSeconds'),
    ];
    const moves = num(params, 'maxUnavailablePercent') + num(params, 'maxSurgePercent') > 0;
    return [
      ...advise(strategy === 'rolling' && !moves, 'cannot-move'),
      ...advise(strategy === 'canary' && canarySeconds < detectSeconds, 'promotes-blind', { canarySeconds, detectSeconds }),
      ...advise(strategy === 'blue-green' && keepSeconds < detectSeconds, 'old-gone', { keepSeconds, detectSeconds }),
    ];
  },
};
