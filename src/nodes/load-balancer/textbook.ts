import { fixedTime } from '../../theory/serviceTime.ts';
import { type Deal, type DescribeTextbook, idleMishaps } from '../textbook.ts';

const deals: Readonly<Record<string, Deal>> = {
  random: 'lot',
  'weighted-random': 'weights',
  'round-robin': 'turns',
  'least-connections': 'least',
  'power-of-two': 'least',
};

/** Two processors that hand on, one line as fast as both; the way back takes as long again and no line. */
export const loadBalancerTextbook: DescribeTextbook = (params) => {
  const cpuSeconds = Number(params.cpuMs) / 1000;
  const turn = fixedTime(cpuSeconds / 2);
  return {
    knows: [
      'algorithm',
      'choices',
      'checkSeconds',
      'checkTimeoutSeconds',
      'unhealthyAfter',
      'healthyAfter',
      'cpuMs',
      'maxConnections',
      ...idleMishaps,
    ],
    serving: {
      groups: [{ instances: 1, share: () => 1 }],
      servers: 1,
      counted: 1,
      room: Infinity,
      holds: Number(params.maxConnections),
      order: 'fifo',
      time: () => ({ ...turn, isExponential: false }),
    },
    // a request is handed on when its turn begins; its own processor time is charged to the answer
    delaySeconds: () => cpuSeconds / 2,
    deals: deals[String(params.algorithm)] ?? 'other',
    dealsInstances: true,
    asks: (need) => [{ role: 'server', need, times: 1 }],
  };
};
