import type { KindPrice } from '../../economy/price.ts';

/** Clouds do not charge for it: what it adds is on the bill of the part that has it. */
export const autoscalerPrice: KindPrice = () => [];
