import { type KindPrice, type PriceUse, secondsPerMonth } from '../../economy/price.ts';
import { priceBook } from '../../economy/priceBook.ts';
import { wireKb } from '../../economy/wireKb.ts';
import { requestClasses } from '../../engine/plan.ts';
import { answeredMetrics } from './spec.ts';

/** What one capacity unit has room for: whichever of these needs most units is billed. */
const perUnit = { newPerSecond: 25, open: 3000, gbPerHour: 1, rulesPerSecond: 1000 } as const;
const freeRules = 10;
/** Requests that come over one connection, where the run does not count connections. */
const requestsPerConnection = 10;

/** The balancer, and its capacity units at what the run measured. */
export const loadBalancerPrice: KindPrice = (use) => [
  { price: 'balancer-hour', quantity: use.instances },
  { price: 'balancer-capacity', quantity: unitsOf(use) },
];

function unitsOf(use: PriceUse): number {
  const { params } = use;
  const isHttp = params.layer === 'http';
  const perSecond = (counter: string) => use.perMonth(counter) / secondsPerMonth;
  const requests = perSecond('arrived');
  const counts = !isHttp || params.tls === true;
  const opened = counts ? perSecond('openedConnections') : requests / requestsPerConnection;
  // uncounted ones by Little's law: each is open for as long as it may be idle, at least
  const open = counts ? use.mean('connections') : opened * Number(params.keepAliveSeconds);
  const rules = isHttp ? requests * Math.max(0, Number(params.rules) - freeRules) : 0;
  return Math.max(
    opened / perUnit.newPerSecond,
    open / perUnit.open,
    gbPerMonth(use) / priceBook.hoursPerMonth / perUnit.gbPerHour,
    rules / perUnit.rulesPerSecond,
  );
}

/** Calls and good answers. */
function gbPerMonth(use: PriceUse): number {
  return Object.keys(answeredMetrics).reduce((gb, counter, cls) => {
    const { call, answer } = wireKb('server', requestClasses[cls]);
    return gb + (use.perMonth(counter) * (call + answer)) / 1e6;
  }, 0);
}
