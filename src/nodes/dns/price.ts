import { type KindPrice, millions } from '../../economy/price.ts';

/** A zone, its lookups, and a check of every target. */
export const dnsPrice: KindPrice = (use) => [
  { price: 'dns-zone', quantity: 1 },
  { price: use.params.policy === 'geo' ? 'dns-geo-lookups' : 'dns-lookups', quantity: millions(use.perMonth('arrived')) },
  { price: 'dns-check', quantity: use.wiredTo(null) },
];
