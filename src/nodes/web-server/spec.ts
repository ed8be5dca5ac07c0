import { choice, number } from '../../schema/fields.ts';
import { fleetFields } from '../../schema/fleetFields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { lineFields, memoryFields, memoryMetrics, programFaults } from '../../schema/programFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const whenStateful = { field: 'state', is: ['stateful'] } as const;

/** Holds a thread for as long as a request is inside, and a CPU only while it computes. */
export const webServerSpec = defineSpec({
  kind: 'web-server',
  category: 'compute',
  role: 'server',
  calls: ['cache', 'store', 'queue', 'consumer', 'server', 'sessions', 'index', 'files'],
  needs: [],
  sorts: ['server', 'store'],
  remembers: whenStateful,
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 1, min: 1, max: 500, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    vcpu: number({ default: 2, min: 1, max: 1024, unit: '', integer: true, scale: 'log', source: 'V26' }),
    cpuDynamicMs: number({ default: 5, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'V45' }),
    cpuStaticMs: number({ default: 0.2, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'V19' }),
    cpuFeedMs: number({
      default: 8,
      min: 0.01,
      max: 1000,
      unit: 'ms',
      scale: 'log',
      source: 'domain 3.3',
      advanced: true,
      topic: 'service',
    }),
    /** Checking a password is meant to be slow. */
    cpuLoginMs: number({
      default: 100,
      min: 0.01,
      max: 10_000,
      unit: 'ms',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'service',
    }),
    /** Where sessions are remembered: nowhere here (or in a session store that is wired), or in each instance's memory. */
    state: choice(['stateless', 'stateful'], { default: 'stateless', source: 'domain 2.6' }),
    sessionKB: number({ default: 10, min: 1, max: 1000, unit: 'KB', scale: 'log', source: 'assumption', when: whenStateful }),
    /** A session that nobody came back for is forgotten after this long. */
    sessionTtlSeconds: number({
      default: 1800,
      min: 1,
      max: 2_592_000,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      when: whenStateful,
    }),
    service,
    ...serviceShape,
    ...lineFields,
    /** Rows a read asks for, one after the other. */
    readsPerRequest: number({ default: 1, min: 0, max: 20, unit: '', integer: true, source: 'domain 3.3', advanced: true, topic: 'asks' }),
    /** Share of writes that also leave a job in the queue. */
    jobShare: number({ default: 25, min: 0, max: 100, unit: '%', source: 'assumption', advanced: true, topic: 'asks' }),
    /** Chance that a request, having computed, asks for what it is wired to and then computes again. */
    againShare: number({ default: 0, min: 0, max: 99, unit: '%', source: 'assumption', advanced: true, topic: 'asks' }),
    /** Calls to services that one request makes at the same time; rows, where no cache is asked first. */
    fanOut: number({
      default: 1,
      min: 1,
      max: 100,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'asks',
    }),
    /** Answers with which a request goes on; 0 = all. */
    fanQuorum: number({
      default: 0,
      min: 0,
      max: 100,
      unit: '',
      integer: true,
      source: 'assumption',
      advanced: true,
      topic: 'asks',
      when: { field: 'fanOut', above: 1 },
    }),
    /** Which of several services is asked: the one that has the row, or one by lot and the wires' weights. */
    choosing: choice(['home', 'weight'], { default: 'home', source: 'assumption', advanced: true, topic: 'asks' }),
    serviceShare: number({ default: 100, min: 0, max: 100, unit: '%', source: 'assumption', advanced: true, topic: 'asks' }),
    ...fleetFields,
    ...memoryFields,
    ...mishapFields,
  },
  faults: programFaults,
  metrics: {
    /** Sessions in the instance's memory, and what they take. */
    sessionsHeld: { form: 'gauge', per: 'instance', unit: '', when: whenStateful },
    sessionMB: { form: 'gauge', per: 'instance', unit: '', when: whenStateful },
    /** Sessions whose users came back and were not known any more. */
    lostSessions: { form: 'counter', per: 'node', unit: '', rare: true, when: whenStateful },
    threadsBusy: { form: 'level', per: 'instance', unit: '' },
    ...memoryMetrics,
    jobsPublished: { form: 'counter', per: 'node', unit: '' },
    computedAgain: { form: 'counter', per: 'node', unit: '', when: { field: 'againShare', above: 0 } },
    leftLine: { form: 'counter', per: 'node', unit: '', when: { field: 'queueTimeoutMs', above: 0 } },
    coldStarts: { form: 'counter', per: 'node', unit: '', when: { field: 'coldStartMs', above: 0 } },
  },
});
