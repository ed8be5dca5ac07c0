import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quantileWithEnough } from '../../../charts/latency.ts';
import { figureNames } from '../../../charts/RunSummary.tsx';
import { whyEn } from '../../../i18n/late/why.en.ts';
import { whyKo } from '../../../i18n/late/why.ko.ts';
import { templateNamed } from '../../../library/templates.ts';
import { behaviors } from '../../../nodes/behaviors.ts';
import { compile } from '../../../runner/compile.ts';
import { costOf, costOfNode } from '../../../runner/cost.ts';
import { runHeadless } from '../../../runner/headless.ts';
import { specAt } from '../../../runner/roles.ts';
import { summarise } from '../../../runner/summary.ts';
import { metricNames } from '../../../runner/worldMetrics.ts';
import { runStore } from '../../../store/runStore.ts';
import { columnsOfLink, columnsOfNode, nodeNow, sumOf } from '../../nodeNow.ts';
import { whyOf } from '../../replicas/WorldsWhy.tsx';
import { businessNames, type Explained, explainNow, explainRun, partNames, runNames } from './explained.ts';
import { costNames, explainBusiness, explainCost } from './explainedMoney.ts';
import { explainPart, explainWire } from './explainedPart.ts';

const source = join(import.meta.dirname, '../../..');

/** Names under which numbers stand in the page's own files, written out. */
function shownNames(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  return files.flatMap((file) =>
    [
      ...readFileSync(join(source, file), 'utf8').matchAll(
        /(?:\s|^)(?:data-metric|data-own-metric|metric|why)(?:=|: )["']([a-z0-9 -]+)["']/gi,
      ),
    ].flatMap(([, names]) => names.split(' ').map((name) => name.replace(/^now-/, ''))),
  );
}

describe('every number that is shown', () => {
  it('has its explanation in both languages', () => {
    const names = [...shownNames(), ...figureNames, ...runNames, ...partNames, ...businessNames, ...costNames, ...worldNames];
    expect(names.length).toBeGreaterThan(40);
    for (const words of [whyEn.what, whyKo.what]) expect(names.filter((name) => !Object.hasOwn(words, name))).toEqual([]);
    expect(Object.keys(whyKo.formulas)).toEqual(Object.keys(whyEn.formulas));
  });
});

const worldNames = metricNames.map((name) => whyOf(name).replace('worlds-', ''));

const { design } = templateNamed('figure-1-19')!;
const { plan } = compile(design);
const run = runHeadless(plan!, behaviors, { seconds: 40 });
const inputsOf = ({ inputs }: Explained): Record<string, number> => Object.fromEntries(inputs.map(({ name, value }) => [name, value]));

describe('the inputs of a formula give the number that is shown', () => {
  it('of the whole run', () => {
    const { all, inFlight } = summarise({ plan: plan!, ...run });
    const of = (name: string) => explainRun(name, run.layout, run.frames)!;
    expect(of('offered').result).toBe(all.offered);
    const availability = of('availability');
    const { completed, offered, limited, underWay } = inputsOf(availability);
    expect(underWay).toBe(inFlight.atEnd);
    expect(underWay).toBeGreaterThan(0);
    expect(availability.result).toBe(completed / (offered - limited));
    expect(availability.result).toBe(all.availability);
    expect([of('p50').result, of('p99').result]).toEqual([all.latency.p50, all.latency.p99]);
    expect(inputsOf(of('p99')).samples).toBe(all.completed + all.failed);
    const flight = inputsOf(of('in-flight'));
    expect(flight.offered - flight.completed - flight.failed - flight.limited).toBe(inFlight.atEnd);
    expect(of('in-flight').result).toBe(inFlight.atEnd);
    for (const name of runNames) expect(explainRun(name, run.layout, run.frames), name).not.toBeNull();
  });

  it('of every part, what only its kind counts included', () => {
    let compared = 0;
    const frame = run.frames.at(-1)!;
    for (const [node, { kind }] of plan!.nodes.entries()) {
      const columns = columnsOfNode(run.layout, node);
      const now = nodeNow(frame, columns);
      const of = (name: string) => explainPart(name, node, run.layout, frame)!;
      const busy = inputsOf(of('utilization'));
      if (now.utilization >= 0) expect(busy.busyMean / busy.instances).toBeCloseTo(now.utilization, 12);
      const arrived = inputsOf(of('arrived'));
      expect(arrived.count / arrived.seconds).toBeCloseTo(now.arrived, 12);
      expect(of('inside').result).toBe(now.inside);
      for (const [name, spec] of Object.entries(specAt(kind).metrics)) {
        const own = of(name);
        expect(own, name).not.toBeNull();
        if (spec.form !== 'counter') continue;
        const { count, seconds } = inputsOf(own);
        expect(count / seconds).toBeCloseTo(sumOf(frame, columns, name) / (frame.end - frame.start), 12);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(30);
  });

  it("of Little's law, over many intervals", () => {
    const web = plan!.nodes.findIndex(({ id }) => id === 'web-1');
    let [inside, product] = [0, 0];
    for (let end = 10; end <= run.frames.length; end++) {
      const found = explainPart('inside', web, run.layout, run.frames[end - 1])!;
      inside += found.result!;
      product += inputsOf(found).product;
    }
    expect(Math.abs(product / inside - 1)).toBeLessThan(0.05);
  });

  it('of one interval, as charts draw it, percentiles with as many before it as they need', () => {
    for (const at of [5, 20, 39]) {
      const intervals = run.frames.slice(0, at + 1);
      const of = (name: string) => explainNow(name, run.layout, intervals)!;
      expect(of('p99').result).toBe(quantileWithEnough(run.frames, at, 'p99'));
      const [from, to] = of('p99').window!;
      expect(to).toBe(run.frames[at].end);
      expect(to - from).toBeLessThanOrEqual(30);
      const offered = inputsOf(of('offered'));
      expect(of('offered').result).toBe(offered.count / offered.seconds);
    }
  });

  it('of one instance and of a wire', () => {
    const web = plan!.nodes.findIndex(({ id }) => id === 'web-1');
    const frame = run.frames.at(-1)!;
    const [one, all] = [explainPart('utilization', web, run.layout, frame, 0)!, explainPart('utilization', web, run.layout, frame)!];
    expect(inputsOf(one).instances).toBe(1);
    expect(inputsOf(all).instances).toBeGreaterThan(1);
    const guarded = { ...design, links: design.links.map((link) => ({ ...link, params: { ...link.params, breaker: true } })) };
    const compiled = compile(guarded);
    const played = runHeadless(compiled.plan!, behaviors, { seconds: 5 });
    const last = played.frames.at(-1)!;
    const wires = guarded.links.map(({ id }) => columnsOfLink(played.layout, compiled.index, id));
    const wired = wires.find((columns) => sumOf(last, columns, 'attempts') > 0)!;
    const { count, seconds } = inputsOf(explainWire('attempts', wired, played.layout, last)!);
    expect(count).toBe(sumOf(last, wired, 'attempts'));
    expect(count).toBeGreaterThan(0);
    expect(seconds).toBe(last.end - last.start);
  });

  it('of money and of a day', () => {
    const state = { ...runStore.getState(), layout: run.layout, frames: run.frames, notes: run.notes, startedFrom: design };
    const cost = costOf(design, summarise({ plan: plan!, ...run }));
    const bill = (name: string, of: string | null = null) => explainCost(name, of, state, design)!;
    expect(bill('monthly-cost').result).toBeCloseTo(cost.usdPerMonth, 9);
    expect(bill('part-cost', 'db-1').result).toBeCloseTo(costOfNode(cost, 'db-1'), 9);
    const million = inputsOf(bill('per-million'));
    expect((million.cost / million.month) * 1e6).toBeCloseTo(cost.usdPerMillionRequests!, 9);
    const of = (name: string) => explainBusiness(`business-${name}`, state, design)!;
    const users = inputsOf(of('users'));
    expect((users.idealPages / users.pagesPerSession / users.sessionsPerUser) * users.left).toBeCloseTo(of('users').result!, 6);
    const revenue = inputsOf(of('revenue'));
    expect(revenue.orders * revenue.orderUsd).toBeCloseTo(of('revenue').result!, 6);
    for (const name of businessNames) expect(explainBusiness(name, state, design)?.formula).toBe(name);
  });
});
