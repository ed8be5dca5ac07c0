import type { KindPrice } from '../../economy/price.ts';

/** A clock costs nothing beside the workers it wakes. */
export const schedulerPrice: KindPrice = () => [];
