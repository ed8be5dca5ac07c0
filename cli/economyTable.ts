/** Cost and business of a run as text for people. */

import type { Business } from '../src/economy/business.ts';
import { type ModelId, models } from '../src/economy/models.ts';
import { priceBook } from '../src/economy/priceBook.ts';
import { type Cost, costOfNode } from '../src/runner/cost.ts';
import { digits, none, percent, table } from './summaryTable.ts';

const usd = (value: number): string => `$${value.toFixed(2)}`;

/** Part by part and line by line. */
export function costTable(cost: Cost): string {
  const parts = [...new Set(cost.lines.map(({ node }) => node))];
  const rows = parts.flatMap((part) => [
    [part ?? '(traffic)', usd(part === null ? sumOf(cost, null) : costOfNode(cost, part)), '', ''],
    ...cost.lines.filter(({ node }) => node === part).map(({ price, quantity, usd: costs }) => ['', usd(costs), digits(quantity), price]),
  ]);
  return [
    table([
      ['cost a month', `${usd(cost.usdPerMonth)} (${priceBook.currency}, list prices of ${priceBook.date}, ${priceBook.region})`],
      ['per million requests', cost.usdPerMillionRequests === null ? none : usd(cost.usdPerMillionRequests)],
    ]),
    table([['part', 'a month', 'units', 'price'], ...rows]),
  ].join('\n\n');
}

const sumOf = (cost: Cost, part: string | null): number =>
  cost.lines.filter(({ node }) => node === part).reduce((sum, line) => sum + line.usd, 0);

/** A day that went like the run. */
export function businessTable(business: Business, model: ModelId): string {
  const { ideal } = business;
  const whole = (value: number): string => String(Math.round(value));
  return table([
    ['a day like this', `model ${model}, evidence ${models[model].grade ?? none}; what errors cost is assumed`],
    ['users', whole(business.users)],
    ['sessions', whole(business.sessions)],
    ['pages', whole(business.pages)],
    ['orders', `${whole(business.orders)} of ${whole(ideal.orders)}`],
    ['revenue', `${usd(business.revenueUsd)} of ${usd(ideal.revenueUsd)}`],
    ['come back next day', percent(business.returnShare)],
    ['users tomorrow', whole(business.usersTomorrow)],
    ['page time', business.pageMs === null ? none : `${digits(business.pageMs)} ms`],
  ]);
}
