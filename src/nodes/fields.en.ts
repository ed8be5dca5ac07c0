/** Words of fields that several kinds share. */

import type { FleetFields } from '../schema/fleetFields.ts';
import type { MishapFields } from '../schema/mishapFields.ts';
import type { service, serviceShape } from '../schema/serviceFields.ts';
import type { FieldText, FieldTexts } from './kindText.ts';

export const mishapsEn: FieldTexts<MishapFields> = {
  errorPercent: {
    label: 'Errors by chance',
    help: 'Share of attempts that end in an error although everything works. Drawn anew for every retry.',
  },
  mtbfSeconds: {
    label: 'Breaks down every',
    help: 'Mean time that one instance works until it breaks down by itself, drawn exponentially. 0 = never.',
  },
  mttrSeconds: { label: 'Repaired within', help: 'Mean time of a repair, drawn exponentially.' },
  breakdown: {
    label: 'When it breaks down',
    help: 'A crash loses what was inside, and callers know at once. Silence stops everything, and it goes on after the repair.',
    options: { crash: 'It crashes', hang: 'It falls silent and goes on later' },
  },
  repairCrews: {
    label: 'Repair crews',
    help: 'Instances of this part that can be under repair at once; the others wait. 0 = all at once.',
  },
};

export const fleetEn: FieldTexts<FleetFields> = {
  bootSeconds: {
    label: 'Starts within',
    help: 'From the moment an operations tool asks for one more until it takes requests: the machine starts, then the program.',
  },
  warmupSeconds: {
    label: 'Warms up for',
    help: 'How long a fresh one is slower. Its service time falls evenly to the usual one. 0 = it is warm at once.',
  },
  warmupFactor: { label: 'Slower at first by', help: 'How many times as long service takes in the first moment.' },
  drainSeconds: {
    label: 'Drains for',
    help: 'One that is taken away gets no new requests and may finish what it has for this long. What is left then is lost.',
  },
  bootsByHand: {
    label: 'Also by hand',
    help: 'Off: a count that you set holds at once. On: it takes as long as one set by an operations tool.',
  },
};

/** What the forms of a service time are called. */
export const serviceFormsEn: FieldText<typeof service>['options'] = {
  lognormal: 'Lognormal',
  exponential: 'Exponential',
  fixed: 'Always the same',
  none: 'No time',
  erlang: 'Erlang',
  hyperexponential: 'Two exponentials',
  bimodal: 'Two values',
  pareto: 'Heavy tail (Pareto)',
};

export const serviceShapeEn: FieldTexts<typeof serviceShape> = {
  serviceSpread: {
    label: 'Width of the spread',
    help: 'Standard deviation over mean. Exponential times have 1; Erlang lies below, two exponentials above.',
  },
  slowShare: { label: 'Share of slow ones', help: 'How many are of the slow sort. Mean and width stay; the rarer, the slower.' },
  tailIndex: { label: 'Tail exponent', help: 'The smaller, the more often something takes very long. The mean stays.' },
  tailRange: { label: 'Longest over shortest', help: 'How many times as long as the shortest the longest takes.' },
};
