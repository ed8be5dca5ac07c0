import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { apiGatewaySpec } from './spec.ts';

export const apiGatewayFieldsEn: KindFieldText<typeof apiGatewaySpec> = {
  fields: {
    instances: { label: 'Gateways', help: 'How many there are. Requests reach one of them by lot.' },
    algorithm: {
      label: 'Rule',
      help: 'How much is too much. A bucket lets bursts through, a fixed window twice as much around its edge, a sliding window neither.',
      options: {
        'token-bucket': 'Token bucket',
        'fixed-window': 'Fixed window',
        'sliding-window': 'Sliding window',
        none: 'No limit',
      },
    },
    limitBy: {
      label: 'Limit for',
      help: 'Whose requests are counted together. Many users may share one address. With both limits a request must be within each of them.',
      options: {
        all: 'All together',
        user: 'Each user',
        address: 'Each address',
        'all-and-user': 'All together and each user',
        'all-and-address': 'All together and each address',
      },
    },
    limitPerSecond: { label: 'At most', help: 'Requests per second of all clients together.' },
    burst: { label: 'Bucket', help: 'Tokens that a full bucket holds: so many may come at once.' },
    limitPerMinute: { label: 'At most per minute', help: 'Requests per minute of each client.' },
    burstEach: { label: 'Bucket of each client', help: 'Tokens that a full bucket holds: so many may come at once.' },
    windowSeconds: { label: 'Window', help: 'How long requests are counted together.' },
    counters: {
      label: 'Counters',
      help: 'Local ones cost nothing, but each gateway allows the whole limit. Shared ones cost a round trip to a cache for every request.',
      options: { local: 'Each gateway its own', shared: 'In a cache, for all' },
    },
    whenStoreFails: {
      label: 'When the counters are out of reach',
      help: 'Open lets everything through without a limit; closed answers with an error.',
      options: { open: 'Let everything through', closed: 'Turn everything away' },
    },
    clockSkewMs: {
      label: 'Clocks are apart by',
      help: 'How far the last gateway’s clock is ahead of the first one’s. Each cuts its windows by its own clock.',
    },
    cpuMs: { label: 'Work per request', help: 'Processor time to read, count and hand on one request.' },
    authMs: { label: 'Checking who asks', help: 'Processor time to check the signature of one token. 0 = nobody is checked.' },
    maxInside: { label: 'Requests at most', help: 'Requests that may be inside one gateway at once; more are turned away.' },
    ...mishapsEn,
  },
  metrics: {
    admitted: 'Let through',
    limited: 'Over the limit (429)',
    limitedForAll: '… because all together were over it',
    falseAccepts: 'Let through though over the limit',
    falseRejects: 'Turned away though within the limit',
    undecided: 'Without a counter',
    addedP50: 'Time it adds, p50',
    addedP99: 'Time it adds, p99',
  },
};
