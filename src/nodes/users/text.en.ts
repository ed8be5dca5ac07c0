import { formatExact } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';
import type { usersSpec } from './spec.ts';

export const usersEn: KindText<typeof usersSpec> = {
  name: 'Users',
  what: 'People who send requests',
  summary: (p) => formatExact(Number(p.ratePerSecond), '/s'),
  fields: {
    ratePerSecond: { label: 'Requests', help: 'Requests of all classes these people send per second when the arrival shape stands at 1.' },
    patienceSeconds: {
      label: 'Patience',
      help: 'After this long, retries included, a user gives up. A failed request counts as this long in the percentiles.',
    },
    resolvers: { label: 'Resolvers', help: 'DNS resolvers these people’s computers ask. Each keeps an answer for its time to live.' },
    ignoreTtlShare: {
      label: 'Resolvers that keep answers too long',
      help: 'Share of resolvers that keep an answer ten times longer than told, so that some users arrive at a dead address.',
    },
    hourOffset: { label: 'Hours ahead', help: 'By how many hours this population’s day runs ahead of the workload’s day curve.' },
  },
  metrics: { offered: 'Requests sent', served: 'Requests answered', staleReads: 'Stale reads', lookups: 'DNS lookups', retries: 'Retries' },
};
