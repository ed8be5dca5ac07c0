/** What the three reference designs of a prompt must score, so that a rubric neither lets pass what is too little nor rewards too much. */

import type { References } from './prompt.ts';

export const referenceNames = ['underBuilt', 'good', 'overBuilt'] as const satisfies readonly (keyof References)[];

export const referenceBounds: Readonly<Record<keyof References, { least: number; most: number }>> = {
  underBuilt: { least: 0, most: 45 },
  good: { least: 85, most: 100 },
  overBuilt: { least: 0, most: 80 },
};
