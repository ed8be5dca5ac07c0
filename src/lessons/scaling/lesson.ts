/** L8: tools that act by themselves are late by what they see and by what they start; a release harms whom it reaches before it is found out. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import { about, afreshAt, aha, part, plainWire, set, sinceFault, struck, users } from '../shorthand.ts';

/**
 * Ten servers that do ten requests a second each, half busy. At 120 s three times as many come: thirty are needed then. Users come evenly
 * and service always takes the same, as in the fluid model that the numbers were reckoned with; lines are short, so that no backlog is left.
 */
const tier = draw({
  title: 'Scaled and released by itself',
  seconds: 3600,
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 50, arrivals: 'even' } },
    { id: 'lb-1', kind: 'load-balancer', at: [260, 0], params: { algorithm: 'least-connections', cpuMs: 0 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [520, 0],
      label: 'Web servers',
      params: {
        instances: 10,
        vcpu: 1,
        cpuDynamicMs: 100,
        service: 'fixed',
        readsPerRequest: 0,
        jobShare: 0,
        threads: 3,
        queueLimit: 0,
        bootSeconds: 120,
        warmupSeconds: 0,
      },
    },
    {
      id: 'autoscaler-1',
      kind: 'autoscaler',
      at: [520, 200],
      params: {
        targetPercent: 50,
        minInstances: 2,
        maxInstances: 300,
        cooldownSeconds: 0,
        downStabiliseSeconds: 0,
        removesFirst: 'serving',
      },
    },
    {
      id: 'deploy-1',
      kind: 'deploy',
      at: [260, 200],
      params: {
        releaseAtSeconds: 3600,
        ciCatchPercent: 0,
        detectSeconds: 120,
        rollbackSeconds: 0,
        strategy: 'all-at-once',
        canarySeconds: 300,
      },
    },
  ],
  links: [
    ['users-1', 'lb-1', plainWire],
    ['lb-1', 'web-1', plainWire],
    ['autoscaler-1', 'web-1'],
    ['deploy-1', 'web-1'],
  ],
  workload: {
    staticShare: 0,
    writeShare: 0,
    shape: 'spike',
    spikeAtSeconds: 120,
    spikeFactor: 3,
    spikeRiseSeconds: 0.1,
    spikeHoldSeconds: 3600,
  },
});

const overloaded: Measure = part('autoscaler-1', 'overloadedSeconds', 'sum');
const most: Measure = part('autoscaler-1', 'desired', 'most');
const failed: Measure = users('failed', sinceFault('strike'));
const guessSeconds = { ask: 'number', unit: 'seconds', least: 0, most: 600, scale: 'linear', result: overloaded } as const;
const guessFailed = { ask: 'number', unit: 'count', least: 1, most: 10_000, scale: 'log', result: failed } as const;
const shown = { seconds: { measure: overloaded, unit: 'count' }, most: { measure: most, unit: 'count' } } as const;
const again = (seconds: number): readonly Move[] => [{ restart: true }, { play: seconds }];
const released: readonly Move[] = [
  { restart: true },
  { play: 30 },
  { act: { act: 'strike', node: 'deploy-1', instance: null, fault: 'release' } },
  { play: 151 },
];
const steady = { measure: { of: 'workload', field: 'spikeFactor' }, is: '=', value: 1 } as const;

export const scaling: Lesson = {
  id: 'scaling',
  number: 8,
  minutes: 12,
  teaches: ['S41', 'S42', 'P16'],
  speed: 20,
  design: tier,
  steps: [
    {
      id: 'three-times',
      control: { runs: true },
      predict: guessSeconds,
      done: { played: { seconds: 520 } },
      moves: [{ play: 520 }],
      numbers: [
        about('L8, counting what is starting, 120 s of boot', overloaded, 240, 0.02),
        about('L8, 1.0 times what is needed', most, 30, 0.05),
      ],
      shown,
    },
    {
      id: 'quick-start',
      control: { part: 'web-1', field: 'bootSeconds' },
      predict: guessSeconds,
      done: afreshAt([['web-1', 'bootSeconds', 30]], 420),
      moves: [set('web-1', 'bootSeconds', 30), ...again(420)],
      numbers: [about('L8, 30 s of boot', overloaded, 150, 0.02)],
      shown,
    },
    {
      id: 'forgetful',
      control: { part: 'autoscaler-1', field: 'warmupAware' },
      predict: { ask: 'number', unit: 'count', least: 10, most: 300, scale: 'log', result: most },
      done: afreshAt(
        [
          ['web-1', 'bootSeconds', 120],
          ['autoscaler-1', 'warmupAware', false],
        ],
        700,
      ),
      moves: [set('web-1', 'bootSeconds', 120), set('autoscaler-1', 'warmupAware', false), ...again(700)],
      numbers: [about('L8, 8 times what is needed', most, 240, 0.04)],
      shown,
    },
    {
      id: 'headroom',
      control: { part: 'autoscaler-1', field: 'targetPercent' },
      predict: guessSeconds,
      done: afreshAt(
        [
          ['autoscaler-1', 'warmupAware', true],
          ['autoscaler-1', 'targetPercent', 30],
          ['web-1', 'instances', 17],
        ],
        400,
      ),
      moves: [
        set('autoscaler-1', 'warmupAware', true),
        set('autoscaler-1', 'targetPercent', 30),
        set('web-1', 'instances', 17),
        ...again(400),
      ],
      numbers: [aha('L8, a target of 30 %', overloaded, 0, 0), aha('L8, at 1.7 times the cost', most, 50, 51)],
      shown,
    },
    {
      id: 'all-at-once',
      control: { part: 'deploy-1' },
      predict: guessFailed,
      done: { all: [steady, { setTo: { parts: 'web-1', field: 'bootSeconds', value: 0 } }, struck('strike', 'deploy-1', 150, 'release')] },
      moves: [{ setWorkload: ['spikeFactor', 1] }, set('web-1', 'bootSeconds', 0), ...released],
      numbers: [
        about(
          'L8, half of 50 a second for 120 s',
          failed,
          3000,
          0.04,
          'The brief’s 60,000 are of 1,000 requests a second; here 50 come, a twentieth.',
        ),
      ],
      shown: { failed: { measure: failed, unit: 'count' } },
    },
    {
      id: 'canary',
      control: { part: 'deploy-1', field: 'strategy' },
      predict: guessFailed,
      done: { all: [{ setTo: { parts: 'deploy-1', field: 'strategy', value: 'canary' } }, struck('strike', 'deploy-1', 150, 'release')] },
      moves: [set('deploy-1', 'strategy', 'canary'), ...released],
      numbers: [
        aha(
          'L8, a canary',
          failed,
          120,
          240,
          'The brief’s 20 times fewer are of one canary in twenty servers; here it is one of 17: 3,000 ÷ 17 = 176.',
        ),
      ],
      shown: { failed: { measure: failed, unit: 'count' } },
    },
  ],
  quiz: [
    {
      id: 'boot',
      variants: [60, 90, 180].map((boot) => ({ given: { boot }, moves: [set('web-1', 'bootSeconds', boot), { play: 520 }] })),
      answer: { measure: overloaded, unit: 'seconds', within: 0.08 },
    },
  ],
};
