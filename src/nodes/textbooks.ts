/** Kind -> what it is to queueing theory. Loaded late: only the inspector's theory and the checks read it. */

import { cacheTextbook } from './cache/textbook.ts';
import { cdnTextbook } from './cdn/textbook.ts';
import { databaseTextbook } from './database/textbook.ts';
import { dnsTextbook } from './dns/textbook.ts';
import { loadBalancerTextbook } from './load-balancer/textbook.ts';
import { queueTextbook } from './queue/textbook.ts';
import { serviceTextbook } from './service/textbook.ts';
import type { NodeKind } from './specs.ts';
import type { DescribeTextbook } from './textbook.ts';
import { usersTextbook } from './users/textbook.ts';
import { webServerTextbook } from './web-server/textbook.ts';
import { workerTextbook } from './worker/textbook.ts';

/** A kind without a description is one that theory has nothing to say about. */
export const textbooks: Readonly<Partial<Record<NodeKind, DescribeTextbook>>> = {
  users: usersTextbook,
  dns: dnsTextbook,
  cdn: cdnTextbook,
  'load-balancer': loadBalancerTextbook,
  'web-server': webServerTextbook,
  cache: cacheTextbook,
  database: databaseTextbook,
  queue: queueTextbook,
  worker: workerTextbook,
  service: serviceTextbook,
};
