/** Words of fields that several kinds share. */

import type { FleetFields } from '../schema/fleetFields.ts';
import type { MishapFields } from '../schema/mishapFields.ts';
import type { LineFields, MemoryFields, programFaults } from '../schema/programFields.ts';
import type { service, serviceShape } from '../schema/serviceFields.ts';
import type { FaultText, FieldText, FieldTexts } from './kindText.ts';

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

export const lineEn: FieldTexts<LineFields> = {
  threads: {
    label: 'Threads each',
    help: 'Requests that may be inside one server at once. A thread is held while the database answers.',
  },
  queueLimit: { label: 'Waiting room', help: 'Requests that may wait for a thread; more are turned away at once (503).' },
  discipline: {
    label: 'Who is served next',
    help: 'Order of the lines for threads and CPUs. All at once: the CPUs are shared and nobody waits for one, but each computes the slower.',
    options: {
      fifo: 'First come first',
      sharing: 'All at once',
      lifo: 'Newest first',
      priority: 'By rank',
    },
  },
  servedFirst: {
    label: 'Served first',
    help: 'Then come reads (or writes, when reads are first), then files; behind files reads, then writes. Nobody who computes is interrupted.',
    options: {
      writes: 'Writes',
      reads: 'Reads',
      files: 'Files',
    },
  },
  queueTimeoutMs: {
    label: 'Longest wait in line',
    help: 'Who has waited this long for a thread and a CPU without being begun is turned away (503). 0 = nobody is.',
  },
  queueTimeoutForm: {
    label: 'Spread of the longest wait',
    help: 'The same for everybody, or scattered around that mean.',
    options: { fixed: 'Always the same', exponential: 'Exponential' },
  },
  coldStartMs: {
    label: 'Cold start',
    help: 'Time a server that has gone idle needs before it computes again. Requests wait meanwhile. 0 = always warm.',
  },
  keepWarmSeconds: { label: 'Kept warm for', help: 'Idle time after which a server goes cold. 0 = at once.' },
};

export const memoryEn: FieldTexts<MemoryFields> = {
  memoryGB: { label: 'Memory', help: 'Of one instance. A leak fills it, and so do requests that wait, if they take any.' },
  baseMB: { label: 'Memory at rest', help: 'What the operating system and the program take with no request inside.' },
  requestMB: {
    label: 'Memory per request',
    help: 'Taken for as long as a request is inside, waiting or not. When memory is full the program is killed and starts again. 0 = not counted.',
  },
};

export const programFaultsEn: Readonly<Record<keyof typeof programFaults, FaultText>> = {
  pause: { label: 'GC pause', help: 'Everything on it stands still for so many seconds, and goes on.' },
  leak: {
    label: 'Memory leak',
    help: 'Fills so much memory each minute. When it is full the program dies, starts again, and leaks again.',
  },
};
