/** Kind -> what it warns of and what others may know of it. A kind without a line here warns of nothing. */

import type { KindAdvice } from './advice.ts';
import { apiGatewayAdvice } from './api-gateway/advice.ts';
import { autoscalerAdvice } from './autoscaler/advice.ts';
import { cacheAdvice } from './cache/advice.ts';
import { cdnAdvice } from './cdn/advice.ts';
import { databaseAdvice } from './database/advice.ts';
import { deployAdvice } from './deploy/advice.ts';
import { loadBalancerAdvice } from './load-balancer/advice.ts';
import { logCollectorAdvice } from './log-collector/advice.ts';
import { monitorAdvice } from './monitor/advice.ts';
import { objectStorageAdvice } from './object-storage/advice.ts';
import { queueAdvice } from './queue/advice.ts';
import { schedulerAdvice } from './scheduler/advice.ts';
import { searchIndexAdvice } from './search-index/advice.ts';
import { serviceAdvice } from './service/advice.ts';
import { sessionStoreAdvice } from './session-store/advice.ts';
import type { NodeKind } from './specs.ts';
import { usersAdvice } from './users/advice.ts';
import { webServerAdvice } from './web-server/advice.ts';
import { workerAdvice } from './worker/advice.ts';

export const advices: Readonly<Partial<Record<NodeKind, KindAdvice>>> = {
  users: usersAdvice,
  cdn: cdnAdvice,
  'load-balancer': loadBalancerAdvice,
  'web-server': webServerAdvice,
  service: serviceAdvice,
  cache: cacheAdvice,
  database: databaseAdvice,
  queue: queueAdvice,
  worker: workerAdvice,
  autoscaler: autoscalerAdvice,
  'search-index': searchIndexAdvice,
  scheduler: schedulerAdvice,
  'object-storage': objectStorageAdvice,
  deploy: deployAdvice,
  'log-collector': logCollectorAdvice,
  monitor: monitorAdvice,
  'session-store': sessionStoreAdvice,
  'api-gateway': apiGatewayAdvice,
};
