/** A call whose answer is late is sent a second time, to another server; whichever answers first counts. */

import type { Builder, Steady } from '../experiment.ts';
import { balancer, readsOnly, station, users, wire } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import { meanMs, plainServiceOf, timesOf } from './service.ts';
import { longestRun, type Metrics, quantiles, responseMetrics } from './stations.ts';

/** Servers of one instance, far more than are ever busy: nobody waits, only the service times count. */
const servers = 96;
const busy = 20;

/** The same requests with and without copies. */
export const hedged: Builder = (given) => {
  const { parameters } = given;
  const leaf = parameters.part('leaf');
  const after = parameters.positive('hedge_after_ms');
  const rate = (busy * 1000) / meanMs(leaf);
  const scale = scaleFor([...timesOf(leaf), after], longestRun(given) / rate);
  const { k } = scale;
  const params = plainServiceOf(leaf, scale);
  const arm = (hedge: 'off' | 'after'): Steady['arms'][number] => ({
    perSecond: rate * k,
    design: wire(
      [users(rate * k), balancer('least-connections'), station({ vcpu: servers, instances: 4, ...params })],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2, params: { hedge, hedgeMs: after / k } },
      ],
      readsOnly,
    ),
  });
  const ms = 1000 * k;
  const unhedged: Metrics = {
    mean_unhedged_ms: ([plain]) => plain.response(0) * ms,
    ...quantiles('unhedged_ms', (share, plain) => plain.quantile(share) * ms),
  };
  const withCopies = Object.fromEntries(
    Object.entries(responseMetrics(scale)).map(([name, read]): [string, Metrics[string]] => [name, ([, copied]) => read([copied])]),
  );
  return {
    form: 'steady',
    timeScale: k,
    arms: [arm('off'), arm('after')],
    metrics: {
      ...withCopies,
      ...unhedged,
      extra_requests_fraction: ([, copied]) => copied.total(2, 'arrived') / copied.total(1, 'arrived') - 1,
    },
  };
};
