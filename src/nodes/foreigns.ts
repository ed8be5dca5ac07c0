/** Kind -> its names elsewhere. A kind without a line here is never recognised in a drawing of others. */

import { apiGatewayForeign } from './api-gateway/foreign.ts';
import { autoscalerForeign } from './autoscaler/foreign.ts';
import { cacheForeign } from './cache/foreign.ts';
import { cdnForeign } from './cdn/foreign.ts';
import { databaseForeign } from './database/foreign.ts';
import { deployForeign } from './deploy/foreign.ts';
import { dnsForeign } from './dns/foreign.ts';
import type { ForeignNames } from './foreign.ts';
import { globalBalancerForeign } from './global-balancer/foreign.ts';
import { loadBalancerForeign } from './load-balancer/foreign.ts';
import { logCollectorForeign } from './log-collector/foreign.ts';
import { monitorForeign } from './monitor/foreign.ts';
import { nosqlForeign } from './nosql/foreign.ts';
import { objectStorageForeign } from './object-storage/foreign.ts';
import { queueForeign } from './queue/foreign.ts';
import { schedulerForeign } from './scheduler/foreign.ts';
import { searchIndexForeign } from './search-index/foreign.ts';
import { serviceForeign } from './service/foreign.ts';
import { sessionStoreForeign } from './session-store/foreign.ts';
import { shardRouterForeign } from './shard-router/foreign.ts';
import type { NodeKind } from './specs.ts';
import { usersForeign } from './users/foreign.ts';
import { webServerForeign } from './web-server/foreign.ts';
import { workerForeign } from './worker/foreign.ts';

export const foreigns: Readonly<Partial<Record<NodeKind, ForeignNames>>> = {
  users: usersForeign,
  dns: dnsForeign,
  cdn: cdnForeign,
  'load-balancer': loadBalancerForeign,
  'global-balancer': globalBalancerForeign,
  'api-gateway': apiGatewayForeign,
  'web-server': webServerForeign,
  service: serviceForeign,
  worker: workerForeign,
  scheduler: schedulerForeign,
  cache: cacheForeign,
  database: databaseForeign,
  nosql: nosqlForeign,
  'shard-router': shardRouterForeign,
  queue: queueForeign,
  'object-storage': objectStorageForeign,
  'search-index': searchIndexForeign,
  'session-store': sessionStoreForeign,
  'log-collector': logCollectorForeign,
  monitor: monitorForeign,
  autoscaler: autoscalerForeign,
  deploy: deployForeign,
};
