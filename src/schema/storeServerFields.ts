/** Settings of each server: its connections, what its writes lock, its size and what that is worth. */

import { choice, number } from './fields.ts';

export const limitedConnections = { field: 'maxConnections', above: 0 } as const;
export const hasHotRow = { field: 'hotRowShare', above: 0 } as const;
const ofConnections = { advanced: true, topic: 'connections' } as const;

export const connectionFields = {
  /** 0 = as many as come. */
  maxConnections: number({ default: 0, min: 0, max: 10_000, unit: '', integer: true, scale: 'log', source: 'V59' }),
  whenFull: choice(['refuse', 'wait'], { default: 'refuse', source: 'V59', ...ofConnections, when: limitedConnections }),
  /** CPU time of opening a connection: encryption, login, a process. */
  connectMs: number({ default: 0, min: 0, max: 1000, unit: 'ms', source: 'assumption', ...ofConnections }),
  /** Share of the writes that also write one and the same row. */
  hotRowShare: number({ default: 0, min: 0, max: 100, unit: '%', source: 'domain 2.12' }),
} as const;

export const sizeFields = {
  /** Operations of a disk in a second; 0 = no limit. */
  iops: number({ default: 0, min: 0, max: 1_000_000, unit: '/s', scale: 'log', source: 'K', advanced: true, topic: 'disk' }),
  /** How much CPUs at work at the same time hinder each other: a and b of the universal scalability law. */
  contention: number({ default: 0, min: 0, max: 0.5, unit: '', source: 'assumption', advanced: true, topic: 'service' }),
  coherence: number({ default: 0, min: 0, max: 0.01, unit: '', source: 'assumption', advanced: true, topic: 'service' }),
  /** How long a server is away when it gets another number of CPUs while running; 0 = it has them at once. */
  resizeSeconds: number({ default: 0, min: 0, max: 600, unit: 's', source: 'V4', advanced: true, topic: 'service' }),
} as const;
