import type { KindPrice } from '../../economy/price.ts';

/** Nobody pays for users; what is sent to them is billed with the whole design. */
export const usersPrice: KindPrice = () => [];
