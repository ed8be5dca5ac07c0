import { fleetEn, mishapsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
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
    memoryGB: { label: 'Memory', help: 'Of one instance; a leak fills it.' },
    ...mishapsEn,
  },
  metrics: {
    sessionsHeld: 'Sessions in memory',
    sessionMB: 'Memory of sessions (MB)',
    lostSessions: 'Lost sessions',
    threadsBusy: 'Threads held',
    jobsPublished: 'Jobs published',
    computedAgain: 'Computed again',
    leftLine: 'Left the line',
    coldStarts: 'Cold starts',
  },
  faults: {
    pause: { label: 'GC pause', help: 'Everything on it stands still for so many seconds, and goes on.' },
    leak: {
      label: 'Memory leak',
      help: 'Fills so much memory each minute. When it is full the program dies, starts again, and leaks again.',
    },
  },
};
