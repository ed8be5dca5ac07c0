import { advise, type KindAdvice, num } from '../advice.ts';

export type WebServerAdvice = 'threads-few' | 'memory-full';

export const webServerAdvice: KindAdvice<WebServerAdvice> = {
  facts: (p) => ({ workSeconds: num(p, 'cpuDynamicMs') / 1000, bootSeconds: num(p, 'bootSeconds'), showsLoad: true }),
  advise: ({ params }) => [
    ...advise(num(params, 'threads') < num(params, 'vcpu'), 'threads-few', { threads: num(params, 'threads'), vcpu: num(params, 'vcpu') }),
    ...advise(num(params, 'baseMB') >= num(params, 'memoryGB') * 1024, 'memory-full', {
      baseMB: num(params, 'baseMB'),
      memoryGB: num(params, 'memoryGB'),
    }),
  ],
};
