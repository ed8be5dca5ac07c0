/** What a sum of money, or a number of a business day, is made of. Pure. */

import type { Design, Id } from '../../../design/design.ts';
import { settingsOf } from '../../../design/settingFields.ts';
import { costOfNode } from '../../../runner/cost.ts';
import type { RunState } from '../../../store/runStore.ts';
import { economyOf } from '../../economy/economyNow.ts';
import type { BusinessName, Explained, Input } from './explained.ts';

/** Numbers of the bill. */
export const costNames = ['monthly-cost', 'per-million', 'part-cost', 'traffic-cost'] as const;

/**
 * @param of the part, for `part-cost`
 * @returns null for any other name
 */
export function explainCost(name: string, of: Id | null, run: RunState, design: Design): Explained | null {
  if (!(costNames as readonly string[]).includes(name)) return null;
  const { cost } = economyOf(run, design);
  const lines = (node: Id | null): Input[] =>
    cost.lines.filter((line) => line.node === node).map(({ price, usd }) => ({ name: 'cost', value: usd, unit: 'USD', price }));
  const window = cost.isMeasured ? windowOf(run) : null;
  const bill = (inputs: readonly Input[]): Explained => ({
    formula: 'cost',
    inputs,
    result: inputs.reduce((sum, { value }) => sum + value, 0),
    window,
  });
  if (name === 'part-cost') return bill(lines(of));
  if (name === 'traffic-cost') return bill(lines(null));
  if (name === 'monthly-cost') {
    const parts = design.nodes.map(({ id }): Input => ({ name: 'cost', value: costOfNode(cost, id), unit: 'USD', part: id }));
    return bill([...parts.filter(({ value }) => value > 0), ...lines(null)]);
  }
  const { usdPerMillionRequests: perMillion, usdPerMonth } = cost;
  if (perMillion === null) return null;
  return {
    formula: 'perMillion',
    inputs: [
      { name: 'cost', value: usdPerMonth, unit: 'USD' },
      { name: 'month', value: (usdPerMonth / perMillion) * 1e6, unit: '' },
    ],
    result: perMillion,
    window,
  };
}

/** @returns null for any other name, or while nobody has asked for a page */
export function explainBusiness(name: string, run: RunState, design: Design): Explained | null {
  const { business } = economyOf(run, design);
  if (!business || !name.startsWith('business-')) return null;
  const settings = settingsOf(design);
  const { ideal, users, orders } = business;
  const left = (share: number): Input => ({ name: 'left', value: share, unit: 'share' });
  const bare = (input: Input['name'], value: number): Input => ({ name: input, value, unit: '' });
  const share = (input: Input['name'], percent: number): Input => ({ name: input, value: percent / 100, unit: 'share' });
  const made: Readonly<Record<BusinessName, readonly [result: number | null, ...inputs: Input[]]>> = {
    'business-users': [
      users,
      bare('idealPages', ideal.pages),
      bare('pagesPerSession', settings.pagesPerSession),
      bare('sessionsPerUser', settings.sessionsPerUser),
      left(users / ideal.users),
    ],
    'business-sessions': [business.sessions, bare('users', users), bare('sessionsPerUser', settings.sessionsPerUser)],
    'business-pages': [business.pages, bare('idealPages', ideal.pages), left(business.pages / ideal.pages)],
    'business-orders': [orders, bare('idealOrders', ideal.orders), left(ideal.orders > 0 ? orders / ideal.orders : 0)],
    'business-revenue': [business.revenueUsd, bare('orders', orders), { name: 'orderUsd', value: settings.orderUsd, unit: 'USD' }],
    'business-return': [business.returnShare, share('returnShare', settings.returnPercent), share('badShare', settings.badSessionPercent)],
    'business-tomorrow': [
      business.usersTomorrow,
      bare('users', users),
      share('growthShare', settings.growthPercent),
      share('churnShare', settings.churnPercent),
      share('badShare', settings.badSessionPercent),
    ],
    'business-page-time': [
      business.pageMs === null ? null : business.pageMs / 1000,
      { name: 'browser', value: settings.browserMs / 1000, unit: 's' },
    ],
  };
  const [result, ...inputs] = made[name as BusinessName] ?? [null];
  return { formula: name as BusinessName, inputs, result, window: windowOf(run) };
}

function windowOf({ frames }: RunState): readonly [number, number] | null {
  return frames.length === 0 ? null : [frames[0].start, frames[frames.length - 1].end];
}
