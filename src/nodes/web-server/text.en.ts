import type { KindText } from '../kindText.ts';
import type { webServerSpec } from './spec.ts';

export const webServerEn: KindText<typeof webServerSpec> = {
  name: 'Web server',
  what: 'Runs the application',
  summary: (p) => `${p.instances} × ${p.vcpu} vCPU`,
  fields: {
    instances: { label: 'Servers', help: 'Identical servers of this kind. Several need a load balancer in front of them.' },
    vcpu: { label: 'vCPU each', help: 'Requests one server can compute at the same time.' },
    cpuDynamicMs: { label: 'CPU per request', help: 'Mean CPU time of a read or write, without the waiting for others.' },
    cpuStaticMs: { label: 'CPU per static file', help: 'Mean CPU time to hand out a static file.' },
    service: {
      label: 'Spread of CPU time',
      help: 'How single CPU times scatter around the mean.',
      options: { lognormal: 'Lognormal', exponential: 'Exponential', fixed: 'Always the same' },
    },
    serviceSpread: { label: 'Width of the spread', help: 'Standard deviation over mean, for the lognormal form.' },
    threads: {
      label: 'Threads each',
      help: 'Requests that may be inside one server at once. A thread is held while the database answers.',
    },
    queueLimit: { label: 'Waiting room', help: 'Requests that may wait for a thread; more are turned away at once (503).' },
    readsPerRequest: { label: 'Reads per request', help: 'Rows a read asks for, one after the other.' },
    jobShare: { label: 'Writes that leave a job', help: 'Share of writes that also put a job into the message queue.' },
  },
  metrics: { threadsBusy: 'Threads held', jobsPublished: 'Jobs published' },
};
