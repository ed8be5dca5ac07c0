import { describe, expect, it } from 'vitest';
import { regionIds } from '../design/design.ts';
import { setParam, setSeconds } from '../design/edits.ts';
import { priceBook, priceIds, regionMultipliers } from '../economy/priceBook.ts';
import { draw } from '../library/template.ts';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { prices } from '../nodes/prices.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { compile } from './compile.ts';
import { costOf, costOfNode } from './cost.ts';
import { runHeadless } from './headless.ts';
import { summarise } from './summary.ts';
import { createUseBook } from './used.ts';

function measured(design = templateNamed('balanced')!.design, seconds = 20) {
  const short = setSeconds(design, seconds);
  const { plan } = compile(short);
  if (!plan) throw new Error('cannot run');
  const run = runHeadless(plan, behaviors);
  return { design: short, plan, run, summary: summarise({ plan, ...run }) };
}

it('is the same from what a run used, read frame by frame, as from its summary', () => {
  for (const id of ['balanced', 'chapter']) {
    const { design, plan, run, summary } = measured(templateNamed(id)!.design);
    const book = createUseBook(plan);
    for (const frame of run.frames) book.add(frame, run.layout);
    const used = book.close();
    expect(used.nodes).toEqual(
      summary.nodes.map(({ id, instances, arrived, completed, failed, counters, gauges }) => ({
        id,
        instances,
        arrived,
        completed,
        failed,
        counters,
        gauges,
      })),
    );
    expect(costOf(design, used)).toEqual(costOf(design, summary));
  }
  const { design, plan } = measured();
  expect(costOf(design, createUseBook(plan).close())).toEqual(costOf(design, null));
});

it('no kind is forgotten, and no region', () => {
  for (const kind of nodeKinds) expect(prices[kind], kind).toBeTypeOf('function');
  for (const region of regionIds) expect(regionMultipliers[region].times, region).toBeGreaterThan(0);
  for (const id of priceIds) expect(priceBook.lines[id].source, id).not.toBe('');
  expect(priceBook.date).toMatch(/^\d{4}-\d\d-\d\d$/);
});

describe('a web tier with its database', () => {
  const { design, summary } = measured();
  const web = design.nodes.find(({ kind }) => kind === 'web-server')!;
  const database = design.nodes.find(({ kind }) => kind === 'database')!;

  it('costs what its machines cost at list price', () => {
    const cost = costOf(design, summary);
    const servers = Number(web.params.instances);
    // m5.large: $70.08 a month
    expect(costOfNode(cost, web.id)).toBeCloseTo(servers * 70.08, 2);
    const copies = Number(database.params.replicas) + 1;
    expect(costOfNode(cost, database.id)).toBeCloseTo(copies * (124.83 + 20 * 0.115), 2);
    expect(cost.usdPerMonth).toBeCloseTo(
      cost.lines.reduce((sum, line) => sum + line.usd, 0),
      6,
    );
  });

  it('is known by the means of its gauges, too', () => {
    const balancer = summary.nodes.find(({ kind }) => kind === 'load-balancer')!;
    expect(balancer.gauges.healthyTargets).toBe(Number(web.params.instances));
    // nobody counts them there
    expect(balancer.gauges.connections).toBe(0);
  });

  it('costs per million requests what a month of such seconds costs', () => {
    const cost = costOf(design, summary);
    const asked = (summary.all.offered / 20) * 730 * 3600;
    expect(cost.usdPerMillionRequests).toBeCloseTo((cost.usdPerMonth / asked) * 1e6, 6);
  });

  it('without a run costs what is billed by the month, and says that the rest is not in', () => {
    const cost = costOf(design, null);
    expect([cost.isMeasured, cost.usdPerMillionRequests]).toEqual([false, null]);
    expect(cost.lines.some(({ price }) => price === 'egress')).toBe(false);
    expect(costOfNode(cost, web.id)).toBeCloseTo(Number(web.params.instances) * 70.08, 2);
  });

  it('costs more where everything does, and twice as much with twice the servers', () => {
    const twice = setParam(design, web.id, 'instances', Number(web.params.instances) * 2);
    expect(costOfNode(costOf(twice, null), web.id)).toBeCloseTo(2 * costOfNode(costOf(design, null), web.id), 6);
  });
});

it('follows the region of the group', () => {
  const inSeoul = draw({
    title: '',
    groups: [{ id: 'g', label: 'g', region: 'seoul', at: [0, 0], size: [400, 400] }],
    nodes: [
      { id: 'here', kind: 'web-server', at: [0, 0] },
      { id: 'there', kind: 'web-server', at: [40, 40], group: 'g' },
    ],
    links: [],
  });
  const cost = costOf(inSeoul, null);
  expect(costOfNode(cost, 'there') / costOfNode(cost, 'here')).toBeCloseTo(regionMultipliers.seoul.times, 9);
});

it('bills every byte to the users once', () => {
  const { design, summary } = measured(templateNamed('chapter')!.design, 10);
  const { lines } = costOf(design, summary);
  const gb = (price: string) => lines.filter((line) => line.price === price).reduce((sum, line) => sum + line.quantity, 0);
  const times = (730 * 3600) / 10 / 1e6;
  const { static: files, read, write } = summary.classes;
  const all = (files.completed * 30 + read.completed * 20 + write.completed * 1) * times;
  expect(gb('egress') + gb('edge-egress')).toBeCloseTo(all, 0);
});

describe('what crosses a border', () => {
  const apart = (zone: 'a' | 'b', region: 'us-east' | 'us-west') =>
    draw({
      title: '',
      groups: [
        { id: 'here', label: 'Here', region: 'us-east', at: [0, 0], size: [400, 400], params: { zone: 'a' } },
        { id: 'there', label: 'There', region, at: [500, 0], size: [400, 400], params: { zone } },
      ],
      nodes: [
        { id: 'users', kind: 'users', at: [-300, 0], params: { ratePerSecond: 200 } },
        { id: 'web', kind: 'web-server', at: [0, 0], group: 'here', params: { jobShare: 0 } },
        { id: 'db', kind: 'database', at: [500, 0], group: 'there', params: { replicas: 0 } },
      ],
      links: [
        ['users', 'web', { retries: 0 }],
        ['web', 'db', { delay: 'none' }],
      ],
      workload: { staticShare: 0, writeShare: 50 },
    });
  const play = (zone: 'a' | 'b', region: 'us-east' | 'us-west') => measured(apart(zone, region), 20);
  const quantity = ({ design, summary }: ReturnType<typeof measured>, price: string) =>
    costOf(design, summary).lines.find((line) => line.price === price)?.quantity ?? 0;

  it('is billed by the gigabyte: between zones at both ends, between regions once, and within a zone not at all', () => {
    const zones = play('b', 'us-east');
    const db = zones.summary.nodes.find(({ id }) => id === 'db')!;
    expect(db.completed).toBeGreaterThan(3500);
    // a call of 0.1 KB and a row of 1 KB, or the other way round; the last few are on their way
    const gb = (db.completed * 1.1) / 1e6;
    expect(zones.summary.crossedGb.zones / gb).toBeCloseTo(1, 2);
    expect(zones.summary.crossedGb.regions).toBe(0);
    const month = (730 * 3600) / 20;
    expect(quantity(zones, 'zone-traffic')).toBeCloseTo(2 * zones.summary.crossedGb.zones * month, 9);
    const regions = play('a', 'us-west');
    expect(regions.summary.crossedGb.zones).toBe(0);
    expect(quantity(regions, 'region-traffic')).toBeCloseTo(regions.summary.crossedGb.regions * month, 9);
    expect(regions.summary.crossedGb.regions / zones.summary.crossedGb.zones).toBeCloseTo(1, 2);
    const together = play('a', 'us-east').summary.crossedGb;
    expect([together.zones, together.regions]).toEqual([0, 0]);
    expect(priceBook.lines['zone-traffic'].usd).toBe(0.01);
    expect(priceBook.lines['region-traffic'].usd).toBe(0.02);
  });
});

it('a monitor costs by the time series: every instance that it asks, times ten metrics, times the labels', () => {
  const watched = (params: Record<string, number>) =>
    draw({
      title: '',
      nodes: [
        { id: 'web', kind: 'web-server', at: [0, 0], params: { instances: 4 } },
        { id: 'deploy', kind: 'deploy', at: [0, 200] },
        { id: 'monitor', kind: 'monitor', at: [200, 0], params },
      ],
      links: [
        ['monitor', 'web'],
        ['monitor', 'deploy'],
      ],
    });
  const usd = (params: Record<string, number>) => costOfNode(costOf(watched(params), null), 'monitor');
  expect(usd({})).toBeCloseTo(4 * 10 * 0.3, 9);
  expect(usd({ labels: 50 })).toBeCloseTo(50 * usd({}), 9);
});
