import { advise, type KindAdvice, num } from '../advice.ts';

export type ServiceAdvice = 'threads-few' | 'memory-full' | 'deadline-late';

export const serviceAdvice: KindAdvice<ServiceAdvice> = {
  facts: (p) => ({ workSeconds: num(p, 'cpuCallMs') / 1000, bootSeconds: num(p, 'bootSeconds'), showsLoad: true }),
  advise: ({ params, callers }) => {
    const deadlineMs = num(params, 'deadlineMs');
    return [
      ...advise(num(params, 'threads') < num(params, 'vcpu'), 'threads-few', {
        threads: num(params, 'threads'),
        vcpu: num(params, 'vcpu'),
      }),
      ...advise(num(params, 'baseMB') >= num(params, 'memoryGB') * 1024, 'memory-full', {
        baseMB: num(params, 'baseMB'),
        memoryGB: num(params, 'memoryGB'),
      }),
      ...callers.flatMap(({ label: other, role, wire }) =>
        advise(
          role !== 'operator' && params.join === 'deadline' && num(wire, 'timeoutMs') > 0 && num(wire, 'timeoutMs') <= deadlineMs,
          'deadline-late',
          {
            other,
            deadlineMs,
            timeoutMs: num(wire, 'timeoutMs'),
          },
        ),
      ),
    ];
  },
};
