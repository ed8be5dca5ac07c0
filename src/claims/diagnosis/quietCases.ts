/** Designs with which nothing is wrong, or nothing that users notice. */

import type { KnownCase } from './knownCase.ts';
import { shop, spike, template } from './parts.ts';

const fine = { kind: 'fine', code: null, where: '' } as const;

export const quietCases: readonly KnownCase[] = [
  { name: 'half-busy servers', design: shop(400, {}, { vcpu: 4 }), at: 60, ...fine },
  { name: 'servers at nine tenths', design: shop(1300, { cpuDynamicMs: 5.5 }, { vcpu: 8 }), at: 60, ...fine },
  {
    name: 'a burst that the lines took',
    design: shop(300, {}, { vcpu: 4 }, { workload: { ...spike, spikeFactor: 4, spikeHoldSeconds: 3 } }),
    at: 80,
    ...fine,
  },
  { name: 'a celebrity before anybody knows her', design: template('celebrity'), at: 50, ...fine },
  { name: 'a chapter of the book', design: template('chapter'), at: 60, ...fine },
  { name: 'a limit that turns away', design: template('api-gateway'), at: 90, kind: 'limited', code: null, where: '' },
  { name: 'an autoscaler that has caught up', design: template('autoscaled'), at: 450, ...fine },
  {
    name: 'a mended crash',
    design: shop(300, {}, {}, { scenario: [{ at: 30, act: 'crash', node: 'web', instance: null, seconds: 5 }] }),
    at: 100,
    ...fine,
  },
  {
    name: 'one of four servers dead, with room to spare',
    design: shop(300, {}, {}, { scenario: [{ at: 30, act: 'crash', node: 'web', instance: 0 }] }),
    at: 80,
    kind: 'harmless',
    code: null,
    where: '',
  },
];
