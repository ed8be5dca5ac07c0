import { advise, type KindAdvice, num } from '../advice.ts';

export type ApiGatewayAdvice = 'counts-apart' | 'never-binds';

export const apiGatewayAdvice: KindAdvice<ApiGatewayAdvice> = {
  facts: (p) => ({ workSeconds: (num(p, 'cpuMs') + num(p, 'authMs')) / 1000, showsLoad: true }),
  advise: ({ params, instances }) => {
    const limits = params.algorithm !== 'none';
    const ofBoth = params.limitBy === 'all-and-user' || params.limitBy === 'all-and-address';
    const [each, all] = [num(params, 'limitPerMinute'), num(params, 'limitPerSecond')];
    return [
      ...advise(limits && params.counters === 'local' && instances > 1, 'counts-apart', { instances }),
      ...advise(limits && ofBoth && each > all * 60, 'never-binds', { each, all: all * 60 }),
    ];
  },
};
