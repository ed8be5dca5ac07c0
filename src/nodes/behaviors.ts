/** Kind -> behaviour. One of the three lists of kinds; forgetting one is a compile error. */

import type { Behavior } from '../engine/behavior.ts';
import { apiGatewayBehavior } from './api-gateway/behavior.ts';
import { autoscalerBehavior } from './autoscaler/behavior.ts';
import { cacheBehavior } from './cache/behavior.ts';
import { cdnBehavior } from './cdn/behavior.ts';
import { databaseBehavior } from './database/behavior.ts';
import { deployBehavior } from './deploy/behavior.ts';
import { dnsBehavior } from './dns/behavior.ts';
import { globalBalancerBehavior } from './global-balancer/behavior.ts';
import { loadBalancerBehavior } from './load-balancer/behavior.ts';
import { logCollectorBehavior } from './log-collector/behavior.ts';
import { monitorBehavior } from './monitor/behavior.ts';
import { nosqlBehavior } from './nosql/behavior.ts';
import { objectStorageBehavior } from './object-storage/behavior.ts';
import { queueBehavior } from './queue/behavior.ts';
import { schedulerBehavior } from './scheduler/behavior.ts';
import { searchIndexBehavior } from './search-index/behavior.ts';
import { serviceBehavior } from './service/behavior.ts';
import { sessionStoreBehavior } from './session-store/behavior.ts';
import { shardRouterBehavior } from './shard-router/behavior.ts';
import { type NodeKind, nodeKinds } from './specs.ts';
import { usersBehavior } from './users/behavior.ts';
import { webServerBehavior } from './web-server/behavior.ts';
import { workerBehavior } from './worker/behavior.ts';

export const behaviors: Readonly<Record<NodeKind, Behavior>> = {
  users: usersBehavior,
  dns: dnsBehavior,
  cdn: cdnBehavior,
  'load-balancer': loadBalancerBehavior,
  'web-server': webServerBehavior,
  service: serviceBehavior,
  cache: cacheBehavior,
  database: databaseBehavior,
  queue: queueBehavior,
  worker: workerBehavior,
  autoscaler: autoscalerBehavior,
  'search-index': searchIndexBehavior,
  scheduler: schedulerBehavior,
  'object-storage': objectStorageBehavior,
  deploy: deployBehavior,
  'log-collector': logCollectorBehavior,
  monitor: monitorBehavior,
  'session-store': sessionStoreBehavior,
  'api-gateway': apiGatewayBehavior,
  nosql: nosqlBehavior,
  'global-balancer': globalBalancerBehavior,
  'shard-router': shardRouterBehavior,
};

/** In the order of `nodeKinds`, where `PlanNode.kind` looks for them. */
export const behaviorList: readonly Behavior[] = nodeKinds.map((kind) => behaviors[kind]);
