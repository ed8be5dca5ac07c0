/** What slowness and errors mean for the business, by the models whose evidence is graded. */

import type { ScenarioEvent } from '../design/design.ts';
import type { Business } from '../economy/business.ts';
import type { ModelId } from '../economy/models.ts';
import { draw } from '../library/template.ts';
import { type Claim, near } from './claim.ts';
import { playShown } from './shown.ts';

interface Shop {
  /** Way there and back between users and servers. */
  roundTripMs?: number;
  model?: ModelId;
  /** Page time from which on slowness costs; 0 = every page costs, so that the difference of two runs is the model's alone. */
  referenceMs?: number;
  seconds?: number;
  scenario?: readonly ScenarioEvent[];
}

function shop({ roundTripMs = 20, model = 'bing', referenceMs = 0, seconds = 120, scenario = [] }: Shop): Business {
  const drawn = draw({
    title: 'A shop',
    seconds,
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 100, patienceSeconds: 60 } },
      { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { cpuMs: 0 } },
      { id: 'web', kind: 'web-server', at: [480, 0], params: { instances: 4, readsPerRequest: 0, service: 'fixed' } },
    ],
    links: [
      ['users', 'lb', { retries: 0, timeoutMs: 0, delay: 'fixed', rttMs: roundTripMs / 2 }],
      ['lb', 'web', { timeoutMs: 0, delay: 'fixed', rttMs: roundTripMs / 2 }],
    ],
    workload: { staticShare: 0, writeShare: 10 },
  });
  const { business } = playShown({ ...drawn, scenario, settings: { model, referenceMs } });
  if (!business) throw new Error('nobody came');
  return business;
}

/** Relative change that so much longer a way makes, in percent. */
function ofDelay(model: ModelId, ms: number, of: (business: Business) => number, referenceMs = 0): number {
  return (of(shop({ roundTripMs: 20 + ms, model, referenceMs })) / of(shop({ model, referenceMs })) - 1) * 100;
}

const power = (base: number, times: number): number => Array.from({ length: times }).reduce<number>((product) => product * base, 1);

const hours = 24;
const hourSeconds = 60;

export const business: readonly Claim[] = [
  {
    id: 'S36',
    says: 'Metrics give insight into the business: a second on every page costs revenue, and how much is as sure as the study behind it',
    shownBy: 'figure-1-19',
    check: () => [
      near(
        'revenue at +1 s, model Bing (evidence A)',
        ofDelay('bing', 1000, ({ revenueUsd }) => revenueUsd),
        -2.127,
        { share: 0.02 },
        {
          unit: '%',
          derivation:
            'The brief states −2.15 %, which is ten times the 0.215 % per 100 ms of the study; its own formula compounds: exp(−0.00215 × 10) − 1 = −2.127 %. Both agree within the tolerance of 2 %.',
        },
      ),
      near(
        'pages at +1 s, model Google (evidence A)',
        ofDelay('google', 1000, ({ pages }) => pages),
        googleSecond(),
        { share: 0.02 },
        {
          unit: '%',
          derivation:
            'The model is linear in the page time beyond the reference, here 0 ms: (1 − 0.0015 × (L + 1000)/100) / (1 − 0.0015 × L/100) − 1 with L = 725 ms.',
        },
      ),
      near(
        'orders at +100 ms, retail on phones as Akamai saw it (evidence C)',
        ofDelay('akamai-phone', 100, ({ orders }) => orders, usualPageMs),
        -7.1,
        { share: 0.05 },
        {
          unit: '%',
          derivation:
            'What was seen at +100 ms; the page time is known to 0.8 %, the width of a bucket, which of 125 ms is 1 % of the delay.',
        },
      ),
    ],
  },
  {
    id: 'S40',
    says: 'An hour of errors lowers the day’s orders by what the model says',
    shownBy: 'figure-1-19',
    check: () => {
      const day = hours * hourSeconds;
      const noon = 12 * hourSeconds;
      const set = (at: number, value: number): ScenarioEvent => ({ at, act: 'set', node: 'web', field: 'errorPercent', value });
      const calm = shop({ seconds: day });
      const hurt = shop({ seconds: day, scenario: [set(noon, 50), set(noon + hourSeconds, 0)] });
      const step = 0.5 + 0.5 * 0.6 * 0.5;
      return [
        near(
          'orders lost to one hour in which half of all requests fail',
          (1 - hurt.orders / calm.orders) * 100,
          ((1 - power(step, 3)) / hours) * 100,
          { share: 0.05 },
          {
            unit: '%',
            derivation:
              'Of those who meet an error 60 % try once more: a step works with 0.5 + 0.5 × 0.6 × 0.5 = 0.65, an order of three steps with 0.275; one hour of 24, even traffic.',
          },
        ),
      ];
    },
  },
];

/** A round trip of 20 ms, 5 ms of work, 700 ms in the browser. */
const usualPageMs = 725;

/** Model Google with the page time of the shop. */
function googleSecond(): number {
  const left = (ms: number) => 1 - (0.0015 * ms) / 100;
  return (left(usualPageMs + 1000) / left(usualPageMs) - 1) * 100;
}
