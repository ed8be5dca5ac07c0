/** Designs in which something begins by itself, with the second at which it is told of and its words; for desktop and phone alike. */

import type { Design } from '../src/design/design.ts';
import { setParam } from '../src/design/edits.ts';
import { templateNamed } from '../src/library/templates.ts';

export interface Happening {
  name: 'cold' | 'shedding' | 'retry-storm';
  design: Design;
  /** Simulated second by which it has begun. */
  by: number;
  words: { en: RegExp; ko: RegExp };
}

const designOf = (id: string): Design => templateNamed(id)!.design;
const cached = designOf('chapter');
const cache = cached.nodes.find(({ kind }) => kind === 'cache')!;
const crowded = setParam(setParam(designOf('single'), 'users-1', 'ratePerSecond', 1000), 'web-1', 'threads', 4);

export const happenings: readonly Happening[] = [
  {
    name: 'cold',
    design: {
      ...cached,
      scenario: [
        { at: 40, act: 'crash', node: cache.id, instance: null },
        { at: 44, act: 'recover', node: cache.id, instance: null },
      ],
    },
    by: 60,
    words: { en: /is cold: it finds less than half of what it did/, ko: /차가워짐/ },
  },
  {
    name: 'shedding',
    design: setParam(crowded, 'web-1', 'queueLimit', 4),
    by: 8,
    words: { en: /Load is turned away/, ko: /부하를 돌려보내기/ },
  },
  {
    name: 'retry-storm',
    design: designOf('retry-storm'),
    by: 90,
    words: { en: /A retry storm: half as many repeats as requests/, ko: /재시도 폭풍/ },
  },
];
