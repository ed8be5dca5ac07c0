import { answered, reachable, template, within } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * 10,000 requests a second, 20 % of them from keys that ask fifty times as much as they may (100 a minute); a cell has a twelfth: 667 a second
 * from people who ask ten times a minute, and two abusive keys of 83 a second. People a day x pages x peak over mean give those rates.
 */
const cells = 12;
const limitPerMinute = 100;
const good = { people: 4000, perMinute: 10 } as const;
const abusive = { keys: 2, perMinute: 50 * limitPerMinute } as const;
/** Of a day, at its mean and with the workload's traffic at twice the rate. */
const traffic = 2;
const peakOf = (perMinute: number, perDay: number): number => ((perMinute / 60) * 86_400) / perDay / traffic;

export const given: Sketch = {
  title: 'Rate limiter',
  places: [{ id: 'in-us', label: 'Clients', region: 'us-east' }],
  nodes: [
    {
      id: 'users-good',
      kind: 'users',
      at: [0, 0],
      group: 'in-us',
      label: 'Good clients',
      params: {
        rateFrom: 'users',
        dailyUsers: good.people,
        viewsPerUserDay: 1000,
        dynamicPerView: 1,
        staticPerView: 0,
        peakToMean: peakOf(good.perMinute, 1000),
        patienceSeconds: 5,
      },
    },
    {
      id: 'users-abusive',
      kind: 'users',
      at: [0, 1],
      group: 'in-us',
      label: 'Abusive clients',
      params: {
        rateFrom: 'users',
        dailyUsers: abusive.keys,
        viewsPerUserDay: 1000,
        dynamicPerView: 200,
        staticPerView: 0,
        peakToMean: peakOf(abusive.perMinute, 200_000),
        patienceSeconds: 5,
      },
    },
  ],
  links: [],
  workload: { traffic, staticShare: 0, writeShare: 0, keys: 10_000, keySkew: 0.99 },
};

const budgetUsd = 7200;
const gateways = { kinds: ['api-gateway'] } as const;
const run = { warmUpSeconds: 60, steadySeconds: 60, chaosSeconds: 180 } as const;

/** What the abusive keys may have together, a second. */
const allowed = (abusive.keys * limitPerMinute) / 60;

const goodServed = (value: number, zeroAt: number) =>
  ({ measure: { of: 'users', figure: 'availability', only: 'users-good' }, is: '>=', value, zeroAt }) as const;
const abuse = {
  measure: { of: 'users', figure: 'goodputPerSecond', only: 'users-abusive' },
  is: '<=',
  value: 1.05 * allowed,
  zeroAt: 2 * allowed,
} as const;
const perAdmitted = (column: string) =>
  ({
    of: 'quotient',
    over: { of: 'part', parts: gateways, column, take: 'sum' },
    under: { of: 'part', parts: gateways, column: 'admitted', take: 'sum' },
  }) as const;

export const rateLimiter: Prompt = {
  id: 'rate-limiter',
  number: 4,
  facts: [
    { id: 'requests', value: 10_000, unit: '/s', free: true },
    { id: 'abusiveShare', value: 0.2, unit: '' },
    { id: 'limitPerMinute', value: limitPerMinute, unit: '/min', free: true },
    { id: 'abuseFactor', value: 50, unit: 'x' },
    { id: 'perClientMinute', value: 10, unit: '/min' },
    { id: 'gateways', value: 20, unit: '' },
    { id: 'natUsers', value: 500, unit: '' },
    { id: 'addedMs', value: 5, unit: 'ms' },
  ],
  clarifications: [
    { id: 'abuse', unlocks: ['abusiveShare', 'abuseFactor'], worth: 0.25 },
    { id: 'clients', unlocks: ['perClientMinute'], worth: 0.15 },
    { id: 'whom', unlocks: ['natUsers'], worth: 0.25 },
    { id: 'cost', unlocks: ['addedMs', 'gateways'], worth: 0.15 },
    { id: 'broken', unlocks: [], worth: 0.2 },
  ],
  estimates: [
    { id: 'goodRate', unit: '/s', answer: 'requests * (1 - abusiveShare)', within: 1.5 },
    { id: 'goodClients', unit: '', answer: 'requests * (1 - abusiveShare) / (perClientMinute / 60)', within: 1.5 },
    { id: 'abusiveKeys', unit: '', answer: 'requests * abusiveShare / (abuseFactor * limitPerMinute / 60)', within: 1.5 },
    { id: 'admitted', unit: '/s', answer: 'requests * (1 - abusiveShare) + requests * abusiveShare / abuseFactor', within: 1.5 },
    { id: 'counterCalls', unit: '/s', answer: 'requests', within: 1.5 },
    { id: 'perGateway', unit: '/s', answer: 'requests / gateways', within: 1.5 },
  ],
  given: designOf(given),
  budgetUsd,
  cells,
  run,
  chaos: [
    { id: 'store', at: 60, seconds: 60, strike: { target: { kinds: ['cache'], pick: 'all', instance: 'all' }, fault: 'crash' } },
    { id: 'nat', at: 120, seconds: 60, users: { field: 'natShare', value: (100 * 500) / good.people, only: 'users-good' } },
    { id: 'skew', at: 180, set: { target: { kinds: ['api-gateway'], pick: 'all' }, field: 'clockSkewMs', value: 2000 } },
  ],
  rubric: [
    reachable(5),
    {
      id: 'limiter',
      group: 'functional',
      points: 5,
      goal: { measure: { of: 'count', kinds: ['api-gateway'] }, is: '>=', value: 1 },
      over: 'all',
    },
    { id: 'good-served', group: 'steady', points: 8, goal: goodServed(0.999, 0.99), over: 'steady' },
    { id: 'abuse', group: 'steady', points: 8, goal: abuse, over: 'steady' },
    {
      id: 'added',
      group: 'steady',
      points: 5,
      goal: { measure: { of: 'part', parts: gateways, column: 'addedP99', take: 'mean' }, is: '<=', value: 0.005, zeroAt: 0.01 },
      over: 'steady',
    },
    { id: 'available', group: 'steady', points: 4, goal: answered(0.9999, 0.999), over: 'steady' },
    { id: 'store-down', group: 'chaos', points: 8, goal: goodServed(0.999, 0.99), over: { chaos: 'store' } },
    { id: 'store-down-p99', group: 'chaos', points: 4, goal: within('p99Ms', 300), over: { chaos: 'store' } },
    { id: 'nat', group: 'chaos', points: 7, goal: goodServed(0.999, 0.95), over: { chaos: 'nat' } },
    { id: 'skew', group: 'chaos', points: 6, goal: { ...abuse, zeroAt: 1.3 * allowed }, over: { chaos: 'skew' } },
    {
      id: 'false-rejects',
      group: 'correctness',
      points: 5,
      goal: { measure: perAdmitted('falseRejects'), is: '<=', value: 0.001, zeroAt: 0.01 },
      over: 'steady',
    },
    {
      id: 'false-accepts',
      group: 'correctness',
      points: 5,
      goal: { measure: perAdmitted('falseAccepts'), is: '<=', value: 0.001, zeroAt: 0.01 },
      over: 'steady',
    },
    {
      id: 'undecided',
      group: 'correctness',
      points: 5,
      goal: { measure: perAdmitted('undecided'), is: '<=', value: 0.001, zeroAt: 0.01 },
      over: 'steady',
    },
    ...template(budgetUsd),
  ],
  fatal: [
    {
      id: 'fails-closed',
      when: {
        measure: {
          of: 'users',
          figure: 'failedShare',
          only: 'users-good',
          over: { from: run.warmUpSeconds + 60, to: run.warmUpSeconds + 120 },
        },
        is: '>',
        value: 0.01,
      },
    },
  ],
  needs: [
    { id: 'limiter', parts: gateways },
    { id: 'program', parts: { kinds: ['web-server', 'service'] } },
  ],
};
