/** Logs, metrics and alerts: what is seen, how late, and what it costs to see it. */

import type { ScenarioEvent } from '../design/design.ts';
import { setSeconds, setSeed } from '../design/edits.ts';
import { priceBook } from '../economy/priceBook.ts';
import { messageOf } from '../engine/logView.ts';
import { OUTCOME } from '../engine/plan.ts';
import { figure119 } from '../library/figure119.ts';
import { type Drawing, draw } from '../library/template.ts';
import { atLeast, atMost, between, type Claim, exactly, type Finding, holds, near } from './claim.ts';
import { playShown, type Shown } from './shown.ts';

interface Watched {
  web?: Record<string, number | string | boolean>;
  monitor?: Record<string, number | string | boolean> | null;
  logs?: Record<string, number | string | boolean> | null;
  deploy?: Record<string, number | string | boolean> | null;
  ratePerSecond?: number;
  seconds?: number;
  seed?: string;
  scenario?: readonly ScenarioEvent[];
}

/** Users, a balancer, web servers, and the tools that look at them. */
function watched({
  web = {},
  monitor = null,
  logs = null,
  deploy = null,
  ratePerSecond = 200,
  seconds = 120,
  seed,
  scenario = [],
}: Watched): Shown {
  const nodes: Drawing['nodes'] = [
    { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond, patienceSeconds: 60 } },
    { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { cpuMs: 0 } },
    { id: 'web', kind: 'web-server', at: [480, 0], params: { instances: 8, readsPerRequest: 0, ...web } },
    ...(monitor ? ([{ id: 'monitor', kind: 'monitor', at: [0, 240], params: monitor }] as const) : []),
    ...(logs ? ([{ id: 'logs', kind: 'log-collector', at: [0, 480], params: logs }] as const) : []),
    ...(deploy ? ([{ id: 'deploy', kind: 'deploy', at: [0, 720], params: deploy }] as const) : []),
  ];
  const drawn = draw({
    title: 'Watched',
    seconds,
    nodes,
    links: [
      ['users', 'lb', { retries: 0, timeoutMs: 0, delay: 'none' }],
      ['lb', 'web', { timeoutMs: 0, delay: 'none' }],
      ...(monitor ? ([['monitor', 'web']] as const) : []),
      ...(logs ? ([['logs', 'web']] as const) : []),
      ...(deploy ? ([['deploy', 'web']] as const) : []),
    ],
    workload: { staticShare: 0, writeShare: 0 },
  });
  return playShown({ ...drawn, seed: seed ?? drawn.seed, scenario });
}

const crashAt = (at: number, instance: number): ScenarioEvent => ({ at, act: 'crash', node: 'web', instance });

/** Alerts of a run, seconds after a fault at `at`. */
const alertAfter = (run: Shown, at: number): number =>
  (run.readings.notes.find(({ code }) => code === 'alert-down')?.time ?? Infinity) - at;

const seeds = ['one', 'two', 'three', 'four', 'five', 'six'];

function detectionWithin(what: string, monitor: Record<string, number>, bound: number): Finding {
  const at = 40;
  const slowest = Math.max(
    ...seeds.map((seed, i) =>
      alertAfter(watched({ monitor, seed, ratePerSecond: 20, seconds: 240, scenario: [crashAt(at + i, 3)] }), at + i),
    ),
  );
  return atMost(what, slowest, bound, { unit: 's' });
}

/** Lines that hosts wrote: five for every answer. */
function writtenLines(run: Shown): number {
  const { readings } = run;
  return 5 * (readings.of('web', 'completed') + readings.of('web', 'failed'));
}

export const observing: readonly Claim[] = [
  {
    id: 'S32',
    says: 'Tools matter once the business grows: with a monitor a silent server is known in minutes, without one only users know that something is wrong',
    shownBy: 'figure-1-19',
    check: () => {
      const hang: ScenarioEvent = { at: 40, act: 'hang', node: 'web', instance: 3 };
      const setting = { seconds: 240, scenario: [hang] };
      const seeing = watched({ ...setting, monitor: {} });
      const blind = watched(setting);
      const detected = seeing.summary.detections[0].secondsToDetection ?? Infinity;
      return [
        atMost('with a monitor a silent server is told of after', detected, 15 + 10 + 15 + 60, { unit: 's' }),
        holds('and the alert names the part', seeing.summary.detections[0].alertNode === seeing.summary.detections[0].node),
        holds('without one nobody tells of it while the run lasts', blind.summary.detections[0].detectedAt === null, {
          derivation:
            'How fast a class of students finds a fault is a matter of people and is not measured here; what a machine can check is that the part is named with the tool, in bounded time, and by nothing without it.',
        }),
      ];
    },
  },
  {
    id: 'S33',
    says: 'Error logs reveal problems: one server of eight throws 500s since its release, and the top group of errors names it',
    shownBy: 'figure-1-19',
    check: () => {
      const release = {
        strategy: 'canary',
        canaryPercent: 12.5,
        canarySeconds: 3600,
        releaseAtSeconds: 10,
        bug: 'errors',
        bugErrorPercent: 100,
        ciCatchPercent: 0,
        rollback: 'off',
      } as const;
      const run = watched({
        logs: {},
        deploy: release,
        web: { bootSeconds: 5, warmupSeconds: 0, drainSeconds: 1 },
        ratePerSecond: 400,
        seconds: 180,
      });
      const { readings } = run;
      const stretch = { from: 60 };
      const share =
        readings.of('web', 'failed', stretch) / (readings.of('web', 'failed', stretch) + readings.of('web', 'completed', stretch));
      const groups = run.logs('logs').groups.filter(({ message }) => isError(message));
      const [top] = groups;
      const errors = groups.reduce((sum, { count }) => sum + count, 0);
      const broken = [...Array(readings.plan.nodes.find(({ id }) => id === 'web')?.slots).keys()].filter(
        (instance) => readings.of('web', 'failed', { instance }) > 0,
      );
      return [
        near('errors', share * 100, 12.5, { by: 1 }, { unit: '%' }),
        atLeast('share of all errors in the top group', top.count / errors, 0.95),
        exactly('its host is the broken one', top.slot, run.slotOf('web', broken[0])),
        holds(
          'and its version is not the others’',
          run.logs('logs').groups.every(({ slot, version }) => slot === top.slot || version !== top.version),
        ),
      ];
    },
  },
  {
    id: 'S34',
    says: 'Logs of each server alone work, server by server: what one host wrote names that host and no other',
    shownBy: 'figure-1-19',
    check: () => {
      const run = watched({ logs: {}, web: { errorPercent: 10 }, ratePerSecond: 160 });
      const hosts = new Set(run.logs('logs').groups.map(({ slot }) => slot));
      return [
        exactly('hosts to open until all has been read', hosts.size, 8),
        exactly(
          'lines of one host found under another',
          run.logs('logs').groups.filter(({ slot }) => slot < run.slotOf('web', 0) || slot > run.slotOf('web', 7)).length,
          0,
        ),
      ];
    },
  },
  {
    id: 'S35',
    says: 'One aggregated service: all lines within seconds, a dead host loses exactly what it had not sent, and it costs money by the gigabyte',
    shownBy: 'figure-1-19',
    check: () => {
      const run = watched({
        logs: {},
        ratePerSecond: 1000,
        web: { instances: 8, cpuDynamicMs: 1 },
        seconds: 120,
        scenario: [crashAt(60, 2)],
      });
      const { readings } = run;
      const lags = readings.series('logs', 'ingestLag');
      const lost = readings.of('logs', 'lostLines');
      const held = readings.series('logs', 'bufferedLines').at(-1) ?? 0;
      const shipped = readings.of('logs', 'lines');
      const refused = 5 * readings.of('web', 'failed');
      const gbPerDay = (shipped * 500 * (86_400 / 120)) / 1e9;
      const healthy = watched({ logs: {}, ratePerSecond: 1000, web: { instances: 8, cpuDynamicMs: 1 }, seconds: 60 });
      const perDay = (writtenLines(healthy) * 500 * (86_400 / 60)) / 1e9;
      const ingest = run.cost.lines.find(({ price }) => price === 'log-ingest');
      const sampled = watched({
        logs: { samplePercent: 10, keepErrors: false },
        web: { errorPercent: 50 },
        ratePerSecond: 400,
        seconds: 60,
      });
      const errors = sampled
        .logs('logs')
        .groups.filter(({ message }) => isError(message))
        .reduce((sum, { count }) => sum + count, 0);
      const happened = sampled.readings.of('web', 'failed') * shareShipped(sampled);
      return [
        atMost('ingest lag, p99 of the worst second', Math.max(...lags), 5.05, {
          unit: 's',
          derivation:
            'A line waits up to one flush of 5 s on its host, and then needs 20 ms to be found: 0.99 × 5 + 0.02 = 4.97 s; lags are known to a sixty-fourth of the wait.',
        }),
        exactly('lines written − found − still held − lost with the dead host', writtenLines(run) - refused - shipped - held - lost, 0),
        between('lines lost with the dead host', lost, 1, 125 * 5 * 5 * 1.3),
        near('volume of 1,000 requests/s', perDay, 216, { share: 0.02 }, { unit: 'GB/day' }),
        near(
          'bill for taking it in',
          ingest?.usd ?? 0,
          gbPerDay * (730 / 24) * priceBook.lines['log-ingest'].usd,
          { share: 0.001 },
          { unit: 'USD/month' },
        ),
        near('share of errors found when one request in ten is kept', errors / happened, 0.1, {
          by: 3 * Math.sqrt((0.1 * 0.9) / happened),
        }),
      ];
    },
  },
  {
    id: 'S37',
    says: 'Metrics tell of the system’s health: an alert comes within two looks and the time it must hold',
    shownBy: 'figure-1-19',
    check: () => [
      detectionWithin('looking every 15 s, holding for 60 s', {}, 90),
      detectionWithin('at the defaults of Prometheus, every minute', { scrapeSeconds: 60, evalSeconds: 60 }, 180),
    ],
  },
  {
    id: 'S39',
    says: 'A tier’s numbers are merged from its hosts, never averaged',
    shownBy: 'figure-1-19',
    check: () => tierFindings(),
  },
  {
    id: 'P24',
    says: 'Averages lie: with one of ten hosts slow the mean of the p99s hides what one user in ten meets',
    shownBy: 'figure-1-19',
    check: () => tierFindings(),
  },
  {
    id: 'S44',
    says: 'Without the metrics nobody is alerted and nothing scales: the boards stand still and the fleet stays as it is',
    shownBy: 'figure-1-19',
    check: () => {
      const surge: ScenarioEvent = { at: 60, act: 'set-workload', field: 'traffic', value: 2 };
      const lost: ScenarioEvent = { at: 30, act: 'crash', node: 'monitor-1', instance: null };
      const play = (scenario: readonly ScenarioEvent[]) => playShown({ ...setSeed(setSeconds(figure119.design, 200), 'surge'), scenario });
      const seeing = play([surge]).readings;
      const blind = play([lost, surge]).readings;
      const fleet = (run: typeof seeing) => run.series('scaler-1', 'desired');
      const after = (series: readonly number[]) => series.slice(31);
      const alerts = (run: typeof seeing) => run.notes.filter(({ code, time }) => code.startsWith('alert-') && time > 30).length;
      const still = after(fleet(blind));
      return [
        exactly('alerts after the monitor died', alerts(blind), 0),
        exactly('looks at any instance after that', blind.of('monitor-1', 'scrapes', { from: 31 }), 0),
        exactly('instances wanted afterwards, most − least', Math.max(...still) - Math.min(...still), 0),
        holds('with the monitor the fleet grew under the same load', Math.max(...fleet(seeing)) > fleet(seeing)[30]),
      ];
    },
  },
];

const isError = (code: number): boolean => {
  const message = messageOf(code);
  return message.said === 'answer' && message.outcome === OUTCOME.error;
};

/** Of what hosts wrote, how much has been found by the end: the rest is still held. Sampling holds back both alike. */
function shareShipped({ readings }: Shown): number {
  const shipped = readings.of('logs', 'lines');
  return shipped / (shipped + (readings.series('logs', 'bufferedLines').at(-1) ?? 0));
}

/** Ten hosts with equal load, of which one answers everything in 1,000 ms and nine in 10 ms. */
function tierFindings(): Finding[] {
  const p99 = (aggregation: string): number => {
    const run = watched({
      web: { instances: 10, vcpu: 512, threads: 1000, cpuDynamicMs: 10, service: 'fixed' },
      monitor: { aggregation, scrapeSeconds: 30, alertP99Ms: 0 },
      ratePerSecond: 700,
      seconds: 100,
      scenario: [{ at: 0, act: 'slow', node: 'web', instance: 4, factor: 100 }],
    });
    return run.board('monitor').tiers[0].p99 * 1000;
  };
  return [
    near('p99 of the tier, merged', p99('merged'), 1000, { share: 0.01 }, { unit: 'ms' }),
    near('mean of the ten p99s', p99('mean-of-p99'), 109, { share: 0.01 }, { unit: 'ms' }),
  ];
}
