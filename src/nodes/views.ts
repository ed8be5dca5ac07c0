/** Kind -> view. One of the three lists of kinds. */

import { apiGatewayView } from './api-gateway/view.tsx';
import { autoscalerView } from './autoscaler/view.tsx';
import { cacheView } from './cache/view.tsx';
import { cdnView } from './cdn/view.tsx';
import { databaseView } from './database/view.tsx';
import { deployView } from './deploy/view.tsx';
import { dnsView } from './dns/view.tsx';
import { globalBalancerView } from './global-balancer/view.tsx';
import type { AnyKindFieldText, KindText } from './kindText.ts';
import { loadBalancerView } from './load-balancer/view.tsx';
import { logCollectorView } from './log-collector/view.tsx';
import { monitorView } from './monitor/view.tsx';
import { nosqlView } from './nosql/view.tsx';
import { objectStorageView } from './object-storage/view.tsx';
import { queueView } from './queue/view.tsx';
import { schedulerView } from './scheduler/view.tsx';
import { searchIndexView } from './search-index/view.tsx';
import { serviceView } from './service/view.tsx';
import { sessionStoreView } from './session-store/view.tsx';
import { shardRouterView } from './shard-router/view.tsx';
import type { NodeKind } from './specs.ts';
import { usersView } from './users/view.tsx';
import { webServerView } from './web-server/view.tsx';
import { workerView } from './worker/view.tsx';

/** A view whose words are looked up by field name. */
export interface AnyNodeView {
  icon: typeof usersView.icon;
  text: { en: () => Promise<KindText>; ko: () => Promise<KindText> };
  fieldText: { en: () => Promise<AnyKindFieldText>; ko: () => Promise<AnyKindFieldText> };
}

export const views: Readonly<Record<NodeKind, AnyNodeView>> = {
  users: usersView,
  dns: dnsView,
  cdn: cdnView,
  'load-balancer': loadBalancerView,
  'web-server': webServerView,
  service: serviceView,
  cache: cacheView,
  database: databaseView,
  queue: queueView,
  worker: workerView,
  autoscaler: autoscalerView,
  'search-index': searchIndexView,
  scheduler: schedulerView,
  'object-storage': objectStorageView,
  deploy: deployView,
  'log-collector': logCollectorView,
  monitor: monitorView,
  'session-store': sessionStoreView,
  'api-gateway': apiGatewayView,
  nosql: nosqlView,
  'global-balancer': globalBalancerView,
  'shard-router': shardRouterView,
};
