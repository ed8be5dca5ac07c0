import { type KindPrice, vcpus } from '../../economy/price.ts';

/** Its own machines; the shards are parts of their own and cost what they cost. */
export const shardRouterPrice: KindPrice = (use) => vcpus('compute-vcpu', use, use.params.vcpu);
