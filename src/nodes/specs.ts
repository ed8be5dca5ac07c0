/** Kind -> spec. One of the three lists of kinds; the union `NodeKind` comes from here. */

import { apiGatewaySpec } from './api-gateway/spec.ts';
import { autoscalerSpec } from './autoscaler/spec.ts';
import { cacheSpec } from './cache/spec.ts';
import { cdnSpec } from './cdn/spec.ts';
import { databaseSpec } from './database/spec.ts';
import { deploySpec } from './deploy/spec.ts';
import { dnsSpec } from './dns/spec.ts';
import { globalBalancerSpec } from './global-balancer/spec.ts';
import { loadBalancerSpec } from './load-balancer/spec.ts';
import { logCollectorSpec } from './log-collector/spec.ts';
import { monitorSpec } from './monitor/spec.ts';
import { nosqlSpec } from './nosql/spec.ts';
import { objectStorageSpec } from './object-storage/spec.ts';
import { queueSpec } from './queue/spec.ts';
import { schedulerSpec } from './scheduler/spec.ts';
import { searchIndexSpec } from './search-index/spec.ts';
import { serviceSpec } from './service/spec.ts';
import { sessionStoreSpec } from './session-store/spec.ts';
import { shardRouterSpec } from './shard-router/spec.ts';
import { usersSpec } from './users/spec.ts';
import { webServerSpec } from './web-server/spec.ts';
import { workerSpec } from './worker/spec.ts';

export const specs = {
  users: usersSpec,
  dns: dnsSpec,
  cdn: cdnSpec,
  'load-balancer': loadBalancerSpec,
  'web-server': webServerSpec,
  cache: cacheSpec,
  database: databaseSpec,
  queue: queueSpec,
  worker: workerSpec,
  autoscaler: autoscalerSpec,
  'search-index': searchIndexSpec,
  scheduler: schedulerSpec,
  'object-storage': objectStorageSpec,
  deploy: deploySpec,
  'log-collector': logCollectorSpec,
  monitor: monitorSpec,
  'session-store': sessionStoreSpec,
  'api-gateway': apiGatewaySpec,
  service: serviceSpec,
  nosql: nosqlSpec,
  'global-balancer': globalBalancerSpec,
  'shard-router': shardRouterSpec,
} as const;

export type NodeKind = keyof typeof specs;
export const nodeKinds = Object.keys(specs) as readonly NodeKind[];
