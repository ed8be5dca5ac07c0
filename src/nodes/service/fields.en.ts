import { fleetEn, lineEn, memoryEn, mishapsEn, programFaultsEn, serviceFormsEn, serviceShapeEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { serviceSpec } from './spec.ts';

export const serviceFieldsEn: KindFieldText<typeof serviceSpec> = {
  fields: {
    instances: { label: 'Servers', help: 'Identical servers that run it. Several need a load balancer in front of them.' },
    vcpu: { label: 'vCPU each', help: 'Calls one server can compute at the same time.' },
    cpuCallMs: { label: 'CPU per call', help: 'Mean CPU time of a call, without the waiting for others.' },
    service: { label: 'Spread of CPU time', help: 'How single CPU times scatter around the mean.', options: serviceFormsEn },
    ...serviceShapeEn,
    calling: {
      label: 'Asks its services',
      help: 'Each service that it is wired to is asked. One after the other the times add up; all at once the slowest decides.',
      options: { 'in-turn': 'One after the other', 'at-once': 'All at once' },
    },
    fanOut: { label: 'Calls to each', help: 'Calls that one request makes to each service at once, in turn to its servers.' },
    join: {
      label: 'Goes on with',
      help: 'What it waits for. By a deadline it goes on with what is there then, and fails only with nothing at all.',
      options: { all: 'Every answer', quorum: 'So many answers', deadline: 'What is there in time' },
    },
    quorum: { label: 'Answers needed', help: 'It goes on with so many good answers, and fails once it cannot get them any more.' },
    deadlineMs: { label: 'Deadline', help: 'Time it gives all of its services together.' },
    fallback: {
      label: 'Fallback',
      help: 'When something behind it fails, it answers without (an empty slot, a default). Reads, feeds and searches only: what changes something fails.',
    },
    ...lineEn,
    readsPerRequest: { label: 'Reads per call', help: 'Rows a call asks its database for, one after the other.' },
    jobShare: { label: 'Writes that leave a job', help: 'Share of writes that also put a job into the message queue.' },
    understandsNewer: {
      label: 'Understands newer callers',
      help: 'Off: calls of a program that runs a newer version end in an error, until this one is released, too.',
    },
    ...fleetEn,
    runsOn: {
      label: 'Runs on',
      help: 'What is paid: machines of a fixed size by their CPUs, or containers by CPU and memory.',
      options: { machine: 'Machines', container: 'Containers' },
    },
    ...memoryEn,
    ...mishapsEn,
  },
  metrics: {
    threadsBusy: 'Threads held',
    memoryMb: 'Memory in use',
    fallbacks: 'Answers with a fallback',
    fallbackShare: 'Share with a fallback',
    jobsPublished: 'Jobs published',
    notUnderstood: 'Not understood',
    leftLine: 'Left the line',
    coldStarts: 'Cold starts',
  },
  faults: programFaultsEn,
};
