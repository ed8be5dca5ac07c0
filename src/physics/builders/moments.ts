/** What happens when: populations of runs, each looked at at the same moments. */

import { addScenarioEvent } from '../../design/edits.ts';
import { glanceRow, type Run } from '../../engine/run.ts';
import { meanOf } from '../../statistics/estimate.ts';
import type { Fields } from '../caseFile.ts';
import { CaseError } from '../caseFile.ts';
import type { Builder, Replicated, Row } from '../experiment.ts';
import { Beyond, balancer, chain, readsOnly, station, users } from '../parts.ts';
import { playTo } from '../play.ts';
import { scaleFor } from '../scale.ts';
import { meanMs, plainServiceOf, poissonRate, serviceOf, timesOf } from './service.ts';
import { fleetFor } from './stations.ts';

/** Calls inside the instances of one node now. */
export function insideOf(run: Run, firstSlot: number, slots: number): number {
  const rows = new Float32Array(run.slots * glanceRow);
  run.glance(rows);
  let inside = 0;
  for (let slot = firstSlot; slot < firstSlot + slots; slot++) inside += rows[slot * glanceRow + 5];
  return inside;
}

/** The death of one instance, as an act of the plan. */
export const crash = (at: number, node: number, instance = 0) => ({ at, act: 'crash' as const, node, instance, factor: 1 });

export const meanIn = (name: string) => (rows: readonly Row[]) => meanOf(rows.map((row) => row[name]));

/** M/M/1 from an empty start. */
export const fromEmpty: Builder = ({ parameters }) => {
  if (parameters.number('initial_in_system') !== 0) throw new Beyond('a start with requests inside');
  const rate = poissonRate(parameters);
  const service = parameters.part('service');
  const moments = parameters.numbers('observe_s');
  const { k } = scaleFor(timesOf(service), Math.max(...moments));
  const { params, workload } = serviceOf(service, { k });
  const design = chain([users(rate * k), station({ vcpu: parameters.count('servers'), ...params })], { ...readsOnly, ...workload });
  const name = (moment: number) => `mean_in_system_t${moment}s`;
  return {
    form: 'replicated',
    design,
    seconds: Math.max(...moments) / k,
    play: (run) => {
      const row: Record<string, number> = {};
      for (const moment of [...moments].sort((a, b) => a - b)) {
        playTo(run, moment / k);
        row[name(moment)] = insideOf(run, 1, run.slots - 1);
      }
      return row;
    },
    metrics: Object.fromEntries(moments.map((moment) => [name(moment), meanIn(name(moment))])),
  };
};

/** A rate that changes at moments of a plan, from a steady state. */
function spike(parameters: Fields, names: readonly string[]): Replicated {
  const profile = parameters.parts('rate_profile');
  const service = parameters.part('service');
  const rates = profile.map((stretch) => stretch.positive('rate_per_s'));
  if (profile.length !== 3) return parameters.wrong('rate_profile', 'before, during and after', profile.length);
  const [before, during, after] = rates;
  const lasts = profile[1].positive('duration_s');
  const load = (before * meanMs(service)) / 1000 / parameters.count('servers');
  if (!(load < 1))
    throw new CaseError(`${parameters.where}.rate_profile: no steady state before the spike at a load of ${load.toPrecision(4)}`);
  const later = names.flatMap((name) => (/^mean_in_system_(\d+(?:\.\d+)?)s_after$/.exec(name)?.[1] ?? []) as string | []);
  // a steady state: many times what an M/M/1 needs to forget how it began
  const warm = Math.max(5, (40 * meanMs(service)) / 1000 / (1 - Math.sqrt(load)) ** 2);
  const seconds = warm + lasts + Math.max(...later.map(Number), 0);
  const { k } = scaleFor(timesOf(service), seconds);
  const { params, workload } = serviceOf(service, { k });
  let design = chain([users(before * k), station({ vcpu: parameters.count('servers'), ...params })], { ...readsOnly, ...workload });
  const node = design.nodes[0].id;
  const change = (at: number, value: number) => {
    design = addScenarioEvent(design, { at: at / k, act: 'set', node, field: 'ratePerSecond', value: value * k });
  };
  change(warm, during);
  change(warm + lasts, after);
  const moments: [string, number][] = [
    ['mean_in_system_spike_end', 0],
    ...later.map((s): [string, number] => [`mean_in_system_${s}s_after`, Number(s)]),
  ];
  return {
    form: 'replicated',
    design,
    seconds: seconds / k,
    play: (run) => {
      const row: Record<string, number> = {};
      for (const [name, after] of moments) {
        playTo(run, (warm + lasts + after) / k);
        row[name] = insideOf(run, 1, run.slots - 1);
      }
      return row;
    },
    metrics: Object.fromEntries(moments.map(([name]) => [name, meanIn(name)])),
  };
}

interface Wave {
  mean: number;
  swing: number;
  period: number;
}

/** `100+60*sin(2*pi*t/60)` */
function waveOf(parameters: Fields): Wave {
  const text = parameters.text('rate_per_s');
  const number = '(\\d+(?:\\.\\d+)?)';
  const found = new RegExp(`^\\s*${number}\\s*\\+\\s*${number}\\s*\\*\\s*sin\\(2\\*pi\\*t/${number}\\)\\s*$`).exec(text);
  if (!found) return parameters.wrong('rate_per_s', 'of the form a+b*sin(2*pi*t/c)', text);
  return { mean: Number(found[1]), swing: Number(found[2]), period: Number(found[3]) };
}

/** The day curve is quietest at midnight; six hours later it stands at its mean and rises, as a sine begins. */
const sineOffset = 6;

function day({ mean, swing, period }: Wave, k: number) {
  return {
    users: { kind: 'users' as const, params: { ...users(mean * k).params, hourOffset: sineOffset } },
    workload: { ...readsOnly, shape: 'day', daySeconds: period / k, dayAmplitude: swing / mean },
  };
}

function waveIntoFleet(parameters: Fields, names: readonly string[]): Replicated {
  const wave = waveOf(parameters);
  const service = parameters.part('service');
  // nobody waits here, so a service may be as long as the field allows: a second
  const { k } = scaleFor([timesOf(service)[0] / 10], 0);
  const params = plainServiceOf(service, { k });
  const heldS = timesOf(service)[0] / 1000;
  const { users: people, workload } = day(wave, k);
  const instances = fleetFor((wave.mean + wave.swing) * heldS);
  const design = chain([people, balancer('least-connections'), station({ vcpu: 96, instances, ...params })], workload);
  // whole periods until what was there in the beginning is forgotten
  const warm = Math.ceil((15 * heldS) / wave.period) * wave.period;
  const moments = names.flatMap((name) =>
    (/^mean_concurrency_t(\d+(?:\.\d+)?)s_mod/.exec(name) ?? []).slice(1).map((s): [string, number] => [name, Number(s)]),
  );
  moments.sort((a, b) => a[1] - b[1]);
  return {
    form: 'replicated',
    design,
    seconds: (warm + wave.period) / k,
    play: (run) => {
      const row: Record<string, number> = {};
      for (const [name, s] of moments) {
        playTo(run, (warm + s) / k);
        row[name] = insideOf(run, 2, run.slots - 2);
      }
      return row;
    },
    metrics: Object.fromEntries(moments.map(([name]) => [name, meanIn(name)])),
  };
}

function waveCounts(parameters: Fields): Replicated {
  const wave = waveOf(parameters);
  const { users: people, workload } = day(wave, 1);
  const design = chain([people, station({ vcpu: 96, service: 'fixed', cpuDynamicMs: 0.01 })], workload);
  const quarters = [1, 2, 3, 4].map((q) => `mean_count_q${q}`);
  return {
    form: 'replicated',
    design,
    seconds: wave.period,
    frameSeconds: wave.period / 4,
    play: (run) => {
      playTo(run, wave.period);
      const offered = run.layout.columns.flatMap(({ scope, metric }, at) => (scope === 'run' && metric.startsWith('offered.') ? [at] : []));
      const frames = run.takeFrames();
      return Object.fromEntries(quarters.map((name, q) => [name, offered.reduce((sum, at) => sum + frames[q].values[at], 0)]));
    },
    metrics: Object.fromEntries(quarters.map((name) => [name, meanIn(name)])),
  };
}

/** Rates that change over time: which kind of change the parameters say. */
export const changing: Builder = ({ parameters, expected }) => {
  const names = Object.keys(expected);
  if (parameters.has('rate_profile')) return spike(parameters, names);
  if (parameters.has('service')) return waveIntoFleet(parameters, names);
  return waveCounts(parameters);
};
