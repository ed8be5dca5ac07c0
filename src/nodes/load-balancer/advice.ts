import { advise, type KindAdvice, num } from '../advice.ts';

export type LoadBalancerAdvice = 'checks-overlap' | 'sticks-for-nothing';

export const loadBalancerAdvice: KindAdvice<LoadBalancerAdvice> = {
  facts: (p) => ({ workSeconds: num(p, p.layer === 'tcp' ? 'tcpCpuMs' : 'cpuMs') / 1000 }),
  advise: ({ params, calls }) => {
    const [timeoutSeconds, checkSeconds] = [num(params, 'checkTimeoutSeconds'), num(params, 'checkSeconds')];
    return [
      ...advise(timeoutSeconds > checkSeconds, 'checks-overlap', { timeoutSeconds, checkSeconds }),
      ...advise(params.sticky !== 'off' && calls.length > 0 && !calls.some(({ remembers }) => remembers), 'sticks-for-nothing'),
    ];
  },
};
