import { fleetEn, lineEn, memoryEn, mishapsEn, programFaultsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { webServerSpec } from './spec.ts';

export const webServerFieldsEn: KindFieldText<typeof webServerSpec> = {
  fields: {
    instances: { label: 'Servers', help: 'Identical servers of this kind. Several need a load balancer in front of them.' },
    vcpu: { label: 'vCPU each', help: 'Requests one server can compute at the same time.' },
    cpuDynamicMs: {
      label: 'CPU per request',
      help: 'Mean CPU time of a read or write, without the waiting for others. Searches and uploads take as long.',
    },
    cpuStaticMs: { label: 'CPU per static file', help: 'Mean CPU time to hand out a static file.' },
    cpuFeedMs: { label: 'CPU per feed', help: 'Mean CPU time of a page put together from many rows.' },
    cpuLoginMs: { label: 'CPU per login', help: 'Mean CPU time of checking a password: hashing is slow on purpose.' },
    state: {
      label: 'Sessions',
      help: 'A stateful server remembers its users in its own memory: another server does not know them, and when it dies they have to log in again. A stateless one remembers nothing, or asks a session store that is wired to it.',
      options: { stateless: 'Stateless', stateful: 'In its own memory' },
    },
    sessionKB: { label: 'Memory per session', help: 'What one session takes in the server’s memory.' },
    sessionTtlSeconds: { label: 'Session lives for', help: 'A session that nobody came back for is forgotten after this long.' },
    service: {
      label: 'Spread of CPU time',
      help: 'How single CPU times scatter around the mean.',
      options: serviceFormsEn,
    },
    ...serviceShapeEn,
    ...lineEn,
    readsPerRequest: { label: 'Reads per request', help: 'Rows a read asks for, one after the other.' },
    jobShare: { label: 'Writes that leave a job', help: 'Share of writes that also put a job into the message queue.' },
    againShare: { label: 'Computes again', help: 'Chance that a request, having computed, asks below and then computes once more.' },
    fanOut: {
      label: 'Calls at once',
      help: 'Calls a request makes at the same time, to its services in turn; the slowest one decides. Rows too, where no cache is asked first.',
    },
    fanQuorum: { label: 'Answers needed', help: 'Of the calls made at once, so many answers are enough to go on. 0 = all.' },
    choosing: {
      label: 'Which service',
      help: 'With several services: the one that has the row, or one by lot, as the weights of the wires say.',
      options: { home: 'Home of the row', weight: 'By weight' },
    },
    serviceShare: {
      label: 'Requests that ask a service',
      help: 'Of those that have computed for the last time; the others are answered without.',
    },
    ...fleetEn,
    ...memoryEn,
    ...mishapsEn,
  },
  metrics: {
    sessionsHeld: 'Sessions in memory',
    sessionMB: 'Memory of sessions (MB)',
    lostSessions: 'Lost sessions',
    threadsBusy: 'Threads held',
    memoryMb: 'Memory in use',
    jobsPublished: 'Jobs published',
    computedAgain: 'Computed again',
    leftLine: 'Left the line',
    coldStarts: 'Cold starts',
  },
  faults: programFaultsEn,
};
