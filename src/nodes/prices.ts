/** Kind -> what it costs. A test holds that no kind is forgotten. */

import type { KindPrice } from '../economy/price.ts';
import { apiGatewayPrice } from './api-gateway/price.ts';
import { autoscalerPrice } from './autoscaler/price.ts';
import { cachePrice } from './cache/price.ts';
import { cdnPrice } from './cdn/price.ts';
import { databasePrice } from './database/price.ts';
import { deployPrice } from './deploy/price.ts';
import { dnsPrice } from './dns/price.ts';
import { globalBalancerPrice } from './global-balancer/price.ts';
import { loadBalancerPrice } from './load-balancer/price.ts';
import { logCollectorPrice } from './log-collector/price.ts';
import { monitorPrice } from './monitor/price.ts';
import { nosqlPrice } from './nosql/price.ts';
import { objectStoragePrice } from './object-storage/price.ts';
import { queuePrice } from './queue/price.ts';
import { schedulerPrice } from './scheduler/price.ts';
import { searchIndexPrice } from './search-index/price.ts';
import { servicePrice } from './service/price.ts';
import { sessionStorePrice } from './session-store/price.ts';
import { shardRouterPrice } from './shard-router/price.ts';
import type { NodeKind } from './specs.ts';
import { usersPrice } from './users/price.ts';
import { webServerPrice } from './web-server/price.ts';
import { workerPrice } from './worker/price.ts';

export const prices: Readonly<Partial<Record<NodeKind, KindPrice>>> = {
  users: usersPrice,
  dns: dnsPrice,
  cdn: cdnPrice,
  'load-balancer': loadBalancerPrice,
  'web-server': webServerPrice,
  service: servicePrice,
  cache: cachePrice,
  database: databasePrice,
  queue: queuePrice,
  worker: workerPrice,
  autoscaler: autoscalerPrice,
  'search-index': searchIndexPrice,
  scheduler: schedulerPrice,
  'object-storage': objectStoragePrice,
  deploy: deployPrice,
  'log-collector': logCollectorPrice,
  monitor: monitorPrice,
  'session-store': sessionStorePrice,
  'api-gateway': apiGatewayPrice,
  nosql: nosqlPrice,
  'global-balancer': globalBalancerPrice,
  'shard-router': shardRouterPrice,
};
