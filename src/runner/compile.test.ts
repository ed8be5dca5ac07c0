import { describe, expect, it } from 'vitest';
import { regionIds } from '../design/design.ts';
import {
  addNode,
  addScenarioEvent,
  connect,
  moveParts,
  setGroupOf,
  setLabel,
  setLinkParam,
  setParam,
  setSeconds,
  setWorkloadParam,
} from '../design/edits.ts';
import { answerKb } from '../economy/priceBook.ts';
import { requestClasses } from '../engine/plan.ts';
import { nodeKinds, specs } from '../nodes/specs.ts';
import { compile, frameSecondsFor } from './compile.ts';
import { roomFor } from './compileNodes.ts';
import { idOf, shop, twoPlaces } from './designsForTests.ts';

const [seoul, usEast] = [regionIds.indexOf('seoul'), regionIds.indexOf('us-east')];

const planOf = (design: Parameters<typeof compile>[0]) => {
  const { plan } = compile(design);
  if (!plan) throw new Error('does not run');
  return plan;
};

describe('compile', () => {
  it('keeps the order of the design and turns every field into a number', () => {
    const plan = planOf(shop());
    expect(plan.nodes.map(({ kind }) => nodeKinds[kind])).toEqual(['users', 'load-balancer', 'web-server', 'database']);
    expect(plan.links.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    const web = plan.nodes[2].params;
    expect(web).toHaveLength(Object.keys(specs['web-server'].fields).length);
    expect(web[Object.keys(specs['web-server'].fields).indexOf('instances')]).toBe(2);
    expect(web[Object.keys(specs['web-server'].fields).indexOf('service')]).toBe(0);
    expect(plan.nodes[3].params[Object.keys(specs.database.fields).indexOf('autoFailover')]).toBe(1);
  });

  it('counts a primary beside its replicas and leaves room to grow', () => {
    const plan = planOf(setParam(shop(), idOf(shop(), 'database'), 'replicas', 3));
    expect(plan.nodes[3]).toMatchObject({ instances: 4, slots: 8 });
    expect(plan.nodes[1]).toMatchObject({ instances: 1, slots: 2 });
    expect([1, 4, 5, 20, 40, 100].map(roomFor)).toEqual([8, 8, 16, 64, 64, 100]);
  });

  it('has room for what the scenario sets, and exactly the usual room when that fits', () => {
    const web = idOf(shop(), 'web-server');
    const grown = (value: number) =>
      planOf(addScenarioEvent(shop(), { at: 5, act: 'set', node: web, field: 'instances', value })).nodes[2].slots;
    expect(grown(8)).toBe(8);
    expect(grown(30)).toBe(30);
  });

  it('places an edge outside every group in each region that calls it, each with its own way to the origin', () => {
    const both = twoPlaces();
    const [seoulUsers, eastUsers] = [idOf(both, 'users', 0), idOf(both, 'users', 1)];
    const drawn = addNode(both, 'cdn', { x: 0, y: 900 });
    const cdn = idOf(drawn, 'cdn');
    const wired = [
      [seoulUsers, cdn],
      [eastUsers, cdn],
      [cdn, idOf(both, 'load-balancer', 0)],
    ].reduce((design, [from, to]) => connect(design, from, to), drawn);
    const plan = planOf(wired);
    const at = plan.nodes.findIndex(({ id }) => id === cdn);
    expect(plan.nodes[at]).toMatchObject({ instances: 2, slots: 2, places: [seoul, usEast] });
    const ways = plan.links.filter(({ from }) => from === at);
    // 178 ms between Seoul and US East, 30 within US East
    expect(ways.map(({ place, delaySeconds }) => [place, delaySeconds])).toEqual([
      [seoul, 0.089],
      [usEast, 0.015],
    ]);
    // in a group it is one thing there
    const grouped = planOf(setGroupOf(wired, [cdn], wired.groups[0].id));
    expect(grouped.nodes[at].places).toBeUndefined();
    expect(grouped.nodes[at].instances).toBe(1);
    expect(grouped.links.filter(({ from }) => from === at)).toHaveLength(1);
  });

  it('ignores places and labels', () => {
    const design = shop();
    const moved = setLabel(moveParts(design, [{ id: design.nodes[0].id, x: 999, y: -40 }]), design.nodes[0].id, 'Everyone');
    expect(planOf(moved)).toEqual(planOf(design));
  });

  it('measures delays in seconds one way, by regions unless the wire says otherwise', () => {
    const design = shop();
    expect(planOf(design).links[0].delaySeconds).toBe(0.015);
    expect(planOf(design).links[1].delaySeconds).toBe(0.00025);
    const set = setLinkParam(setLinkParam(design, design.links[1].id, 'rttMs', 40), design.links[1].id, 'timeoutMs', 250);
    expect(planOf(set).links[1]).toMatchObject({
      delaySeconds: 0.02,
      timeoutSeconds: 0.25,
      backoffSeconds: 0.1,
      backoffCapSeconds: 2,
      weight: 1,
      asked: 0,
      backoffJitter: 0,
      via: null,
    });
  });

  it('opens a route from users to every node their resolver knows', () => {
    const design = twoPlaces();
    const { index } = compile(design);
    const plan = planOf(design);
    const [seoulUsers, eastUsers] = [0, 1];
    const [east, seoul] = [3, 4];
    const routes = plan.links.filter(({ via }) => via !== null);
    expect(routes.map(({ from, to }) => [from, to])).toEqual([
      [seoulUsers, east],
      [seoulUsers, seoul],
      [eastUsers, east],
      [eastUsers, seoul],
    ]);
    expect(routes.map(({ delaySeconds }) => delaySeconds * 2000)).toEqual([178, 30, 30, 178]);
    const drawn = index.links[plan.links.indexOf(routes[1])].drawn.map((id) => design.links.find((link) => link.id === id));
    expect(drawn.map((link) => [link?.from, link?.to])).toEqual([
      [design.nodes[0].id, design.nodes[2].id],
      [design.nodes[2].id, design.nodes[4].id],
    ]);
    expect(routes[1].via?.map((link) => plan.links[link].via)).toEqual([null, null]);
  });

  it('gives each wire what its messages weigh, and its bandwidth if it has a limit', () => {
    const design = shop();
    const wire = planOf(setLinkParam(design, design.links[0].id, 'mbps', 50)).links[0];
    expect(wire.mbps).toBe(50);
    const at = requestClasses.indexOf('upload');
    expect([wire.kb?.call[at], wire.kb?.answer[requestClasses.indexOf('static')]]).toEqual([1000, answerKb.static]);
    expect(planOf(design).links.map(({ mbps }) => mbps)).toEqual(design.links.map(() => 0));
    const [act] = planOf(addScenarioEvent(design, { at: 1, act: 'set-link', link: design.links[0].id, field: 'mbps', value: 2 })).acts;
    expect(act).toMatchObject({ act: 'link', link: 0, field: 'mbps', value: 2 });
  });

  it('takes a route’s patience from the users’ wire, its way from the resolver’s, and none where users are wired directly', () => {
    const design = twoPlaces();
    const [asking, answering] = [design.links[0], design.links[1]];
    const set = setLinkParam(setLinkParam(design, asking.id, 'retries', 4), answering.id, 'rttMs', 300);
    const route = planOf(set).links.find(({ from, to, via }) => via && from === 0 && to === 3);
    expect(route).toMatchObject({ retries: 4, delaySeconds: 0.15 });
    const direct = { ...design, links: [...design.links, { ...asking, id: 'direct', to: design.nodes[3].id }] };
    expect(
      planOf(direct)
        .links.filter(({ from, to }) => from === 0 && to === 3)
        .map(({ id }) => id),
    ).toEqual(['direct']);
  });

  it('sorts the scenario by time and keeps the order of one moment', () => {
    const database = idOf(shop(), 'database');
    const scenario = [
      { at: 20, act: 'recover', node: database, instance: null },
      { at: 5, act: 'set', node: database, field: 'replicas', value: 4 },
      { at: 5, act: 'slow', node: database, instance: 0 },
      { at: 5, act: 'set-workload', field: 'shape', value: 'spike' },
    ] as const;
    expect(planOf({ ...shop(), scenario }).acts).toEqual([
      { at: 5, act: 'instances', node: 3, count: 5 },
      { at: 5, act: 'slow', node: 3, instance: 0, factor: 5 },
      { at: 5, act: 'workload', field: 1, value: 2 },
      { at: 20, act: 'recover', node: 3, instance: -1, factor: 1 },
    ]);
  });

  it('changes routes nobody drew together with the wire they borrow from', () => {
    const design = twoPlaces();
    const lent = (field: string) =>
      planOf(addScenarioEvent(design, { at: 1, act: 'set-link', link: design.links[0].id, field, value: 2 })).acts;
    expect(lent('retries').map((act) => act.act === 'link' && act.link)).toEqual([0, 6, 7]);
    expect(lent('rttMs').map((act) => act.act === 'link' && act.link)).toEqual([0]);
  });

  it('leaves out what names a missing part, and says so', () => {
    const { plan, problems } = compile(addScenarioEvent(shop(), { at: 1, act: 'crash', node: 'nobody', instance: null }));
    expect(plan?.acts).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('scenario-target-missing');
  });

  it('makes no plan of a design with errors', () => {
    expect(compile({ ...shop(), nodes: [], links: [] })).toMatchObject({ plan: null, problems: [{ code: 'no-users' }] });
    const wide = setWorkloadParam(setWorkloadParam(shop(), 'staticShare', 80), 'writeShare', 30);
    expect(compile(wide).plan).toBeNull();
    expect(compile(addNode(shop(), 'cache', { x: 0, y: 0 })).plan).not.toBeNull();
  });

  it('closes at most 3600 frames, one a second where that is enough', () => {
    expect([60, 3600, 3601, 86_400].map(frameSecondsFor)).toEqual([1, 1, 2, 30]);
    expect(planOf(setSeconds(shop(), 7200)).frameSeconds).toBe(2);
  });
});
