import type { KindPrice } from '../../economy/price.ts';

/** Its minutes of testing are nothing beside the fleet: what costs is the surge, and that is on the bill of the part. */
export const deployPrice: KindPrice = () => [];
