/** Kind -> its advice in Korean. Fetched when there is any. */

import type { AdviceTexts } from './advice.ts';
import { apiGatewayAdviceKo } from './api-gateway/advice.ko.ts';
import { autoscalerAdviceKo } from './autoscaler/advice.ko.ts';
import { cacheAdviceKo } from './cache/advice.ko.ts';
import { cdnAdviceKo } from './cdn/advice.ko.ts';
import { deployAdviceKo } from './deploy/advice.ko.ts';
import { loadBalancerAdviceKo } from './load-balancer/advice.ko.ts';
import { logCollectorAdviceKo } from './log-collector/advice.ko.ts';
import { monitorAdviceKo } from './monitor/advice.ko.ts';
import { objectStorageAdviceKo } from './object-storage/advice.ko.ts';
import { queueAdviceKo } from './queue/advice.ko.ts';
import { schedulerAdviceKo } from './scheduler/advice.ko.ts';
import { searchIndexAdviceKo } from './search-index/advice.ko.ts';
import { serviceAdviceKo } from './service/advice.ko.ts';
import { sessionStoreAdviceKo } from './session-store/advice.ko.ts';
import type { NodeKind } from './specs.ts';
import { usersAdviceKo } from './users/advice.ko.ts';
import { webServerAdviceKo } from './web-server/advice.ko.ts';
import { workerAdviceKo } from './worker/advice.ko.ts';

export const adviceWordsKo: Readonly<Partial<Record<NodeKind, AdviceTexts>>> = {
  'api-gateway': apiGatewayAdviceKo,
  autoscaler: autoscalerAdviceKo,
  cache: cacheAdviceKo,
  cdn: cdnAdviceKo,
  deploy: deployAdviceKo,
  'load-balancer': loadBalancerAdviceKo,
  'log-collector': logCollectorAdviceKo,
  monitor: monitorAdviceKo,
  'object-storage': objectStorageAdviceKo,
  queue: queueAdviceKo,
  scheduler: schedulerAdviceKo,
  'search-index': searchIndexAdviceKo,
  service: serviceAdviceKo,
  'session-store': sessionStoreAdviceKo,
  users: usersAdviceKo,
  'web-server': webServerAdviceKo,
  worker: workerAdviceKo,
};
