import { answerGb, type KindPrice, secondsPerMonth } from '../../economy/price.ts';
import { priceBook } from '../../economy/priceBook.ts';

/** Requests that come over one connection, for what a capacity unit counts. */
const requestsPerConnection = 10;
const connectionsPerUnit = 25;

/** The balancer and its capacity units: of new connections and of GB in an hour, whichever needs more of them. */
export const loadBalancerPrice: KindPrice = (use) => {
  const perSecond = use.perMonth('arrived') / secondsPerMonth;
  const gbPerHour = answerGb(use.perMonth('completed'), 'read') / priceBook.hoursPerMonth;
  return [
    { price: 'balancer-hour', quantity: use.instances },
    { price: 'balancer-capacity', quantity: Math.max(perSecond / requestsPerConnection / connectionsPerUnit, gbPerHour) },
  ];
};
