/** Requests that are answered when so many of the copies that were asked have answered. */

import { CaseError } from '../caseFile.ts';
import type { Builder } from '../experiment.ts';
import { Beyond, chain, readsOnly, station, users } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import { meanMs, serviceOf, timesOf } from './service.ts';
import { longestRun, responseMetrics } from './stations.ts';

/** Copies that the store can keep of a row. */
const mostCopies = 7;

/** Copies that are never busy with another request: only the order in which they answer counts. */
export const quorum: Builder = (given) => {
  const { parameters } = given;
  const copies = parameters.count('replicas');
  if (copies > mostCopies) throw new Beyond(`${copies} copies of a row`);
  const isWrite = !parameters.has('read_quorum');
  const quorum = parameters.count(isWrite ? 'write_quorum' : 'read_quorum', 1, copies);
  const replica = parameters.part('replica');
  if (!(meanMs(replica) > 0)) throw new CaseError(`${replica.where} says no time`);
  // so far apart that of 96 processors twenty are busy
  const rate = 20_000 / meanMs(replica);
  const scale = scaleFor(timesOf(replica), longestRun(given) / rate);
  const { params, workload } = serviceOf(replica, scale);
  if (Object.keys(workload).length > 0) throw new Beyond('mixed service times of copies');
  const { cpuDynamicMs, ...shape } = params;
  const store = {
    kind: 'nosql' as const,
    params: {
      nodes: copies,
      copies,
      writeQuorum: isWrite ? quorum : 1,
      readQuorum: isWrite ? 1 : quorum,
      vcpu: 96,
      hopMs: 0,
      replicaMs: cpuDynamicMs,
      ...shape,
    },
  };
  const perSecond = rate * scale.k;
  const workOf = { ...readsOnly, writeShare: isWrite ? 100 : 0, keys: 1000 };
  const design = chain([users(perSecond), station({ service: 'none', vcpu: 96, readsPerRequest: 1 }), store], workOf);
  return {
    form: 'steady',
    timeScale: scale.k,
    arms: [{ design, perSecond }],
    metrics: responseMetrics(scale),
  };
};
