/** Kind -> what it runs out of and what would help. A kind without a line here is exhausted when its servers are. */

import { apiGatewayStrains } from './api-gateway/strains.ts';
import { autoscalerStrains } from './autoscaler/strains.ts';
import { cacheStrains } from './cache/strains.ts';
import { databaseStrains } from './database/strains.ts';
import { loadBalancerStrains } from './load-balancer/strains.ts';
import { nosqlStrains } from './nosql/strains.ts';
import { objectStorageStrains } from './object-storage/strains.ts';
import { queueStrains } from './queue/strains.ts';
import { searchIndexStrains } from './search-index/strains.ts';
import { serviceStrains } from './service/strains.ts';
import { shardRouterStrains } from './shard-router/strains.ts';
import type { NodeKind } from './specs.ts';
import { busyServers, type KindStrains } from './strain.ts';
import { usersStrains } from './users/strains.ts';
import { webServerStrains } from './web-server/strains.ts';
import { workerStrains } from './worker/strains.ts';

const own: Readonly<Partial<Record<NodeKind, KindStrains>>> = {
  users: usersStrains,
  'load-balancer': loadBalancerStrains,
  'api-gateway': apiGatewayStrains,
  'web-server': webServerStrains,
  service: serviceStrains,
  cache: cacheStrains,
  database: databaseStrains,
  nosql: nosqlStrains,
  queue: queueStrains,
  worker: workerStrains,
  'shard-router': shardRouterStrains,
  'search-index': searchIndexStrains,
  'object-storage': objectStorageStrains,
  autoscaler: autoscalerStrains,
};

const usual: KindStrains = { strains: busyServers };

export const strainsOf = (kind: NodeKind): KindStrains => own[kind] ?? usual;
