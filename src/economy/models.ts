/**
 * What is known of how slowness drives people away, each source with the grade of its evidence (domain 3.6): A a controlled experiment
 * that was published, B an experiment of one's own told in a blog, C watched but not controlled, D folklore. No grade stands for a law.
 */

export const grades = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];

export const modelIds = [
  'bing',
  'google',
  'financial-times',
  'bbc',
  'akamai-desktop',
  'akamai-phone',
  'walmart',
  'deloitte',
  'amazon',
  'google-2006',
  'none',
] as const;
export type ModelId = (typeof modelIds)[number];

/** `orders`: share of sessions that buy. `pages`: pages that a session looks at. `users`: people who come at all. */
export type Affected = 'orders' | 'pages' | 'users';

export interface LatencyModel {
  grade: Grade | null;
  affects: Affected;
  /**
   * Share lost per 100 ms beyond the reference, compounded (`exponential`) or added up (`linear`, never below a fifth); or what was seen at
   * certain delays, [ms, share left], joined by exponentials and carried on as between the last two.
   */
  loss: { form: 'exponential' | 'linear'; per100Ms: number } | { form: 'seen'; points: readonly (readonly [ms: number, left: number])[] };
}

export const models: Readonly<Record<ModelId, LatencyModel>> = {
  bing: { grade: 'A', affects: 'orders', loss: { form: 'exponential', per100Ms: 0.00215 } },
  google: { grade: 'A', affects: 'pages', loss: { form: 'linear', per100Ms: 0.0015 } },
  'financial-times': {
    grade: 'B',
    affects: 'pages',
    loss: {
      form: 'seen',
      points: [
        [1000, 1 - 0.049],
        [3000, 1 - 0.072],
      ],
    },
  },
  bbc: { grade: 'C', affects: 'users', loss: { form: 'seen', points: [[1000, 0.9]] } },
  'akamai-desktop': {
    grade: 'C',
    affects: 'orders',
    loss: {
      form: 'seen',
      points: [
        [100, 1 - 0.024],
        [2000, 1 - 0.365],
      ],
    },
  },
  'akamai-phone': {
    grade: 'C',
    affects: 'orders',
    loss: {
      form: 'seen',
      points: [
        [100, 1 - 0.071],
        [2000, 1 - 0.262],
      ],
    },
  },
  walmart: { grade: 'C', affects: 'orders', loss: { form: 'exponential', per100Ms: 0.002 } },
  deloitte: { grade: 'C', affects: 'orders', loss: { form: 'seen', points: [[100, 1 / 1.084]] } },
  amazon: { grade: 'D', affects: 'orders', loss: { form: 'exponential', per100Ms: 0.01 } },
  'google-2006': { grade: 'D', affects: 'users', loss: { form: 'seen', points: [[500, 0.8]] } },
  none: { grade: null, affects: 'orders', loss: { form: 'linear', per100Ms: 0 } },
};
