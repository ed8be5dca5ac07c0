/** Kind -> its advice in English. Fetched when there is any. */

import type { AdviceTexts } from './advice.ts';
import { apiGatewayAdviceEn } from './api-gateway/advice.en.ts';
import { autoscalerAdviceEn } from './autoscaler/advice.en.ts';
import { cacheAdviceEn } from './cache/advice.en.ts';
import { cdnAdviceEn } from './cdn/advice.en.ts';
import { deployAdviceEn } from './deploy/advice.en.ts';
import { loadBalancerAdviceEn } from './load-balancer/advice.en.ts';
import { logCollectorAdviceEn } from './log-collector/advice.en.ts';
import { monitorAdviceEn } from './monitor/advice.en.ts';
import { objectStorageAdviceEn } from './object-storage/advice.en.ts';
import { queueAdviceEn } from './queue/advice.en.ts';
import { schedulerAdviceEn } from './scheduler/advice.en.ts';
import { searchIndexAdviceEn } from './search-index/advice.en.ts';
import { serviceAdviceEn } from './service/advice.en.ts';
import { sessionStoreAdviceEn } from './session-store/advice.en.ts';
import type { NodeKind } from './specs.ts';
import { usersAdviceEn } from './users/advice.en.ts';
import { webServerAdviceEn } from './web-server/advice.en.ts';
import { workerAdviceEn } from './worker/advice.en.ts';

export const adviceWordsEn: Readonly<Partial<Record<NodeKind, AdviceTexts>>> = {
  'api-gateway': apiGatewayAdviceEn,
  autoscaler: autoscalerAdviceEn,
  cache: cacheAdviceEn,
  cdn: cdnAdviceEn,
  deploy: deployAdviceEn,
  'load-balancer': loadBalancerAdviceEn,
  'log-collector': logCollectorAdviceEn,
  monitor: monitorAdviceEn,
  'object-storage': objectStorageAdviceEn,
  queue: queueAdviceEn,
  scheduler: schedulerAdviceEn,
  'search-index': searchIndexAdviceEn,
  service: serviceAdviceEn,
  'session-store': sessionStoreAdviceEn,
  users: usersAdviceEn,
  'web-server': webServerAdviceEn,
  worker: workerAdviceEn,
};
