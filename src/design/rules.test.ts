import { describe, expect, it } from 'vitest';
import { templates } from '../library/templates.ts';
import { type NodeKind, specs } from '../nodes/specs.ts';
import { defaultsOf } from '../schema/fields.ts';
import type { Design } from './design.ts';
import { addNode, connect, emptyDesign, removeParts, setLabel, setLinkParam, setParam, setWorkloadParam } from './edits.ts';
import { instancesOf } from './instances.ts';
import { linkFields } from './linkFields.ts';
import { stopsRun } from './problems.ts';
import { mostParts, problemsOf } from './rules.ts';

const at = { x: 0, y: 0 };
const withNodes = (...kinds: NodeKind[]) => kinds.reduce((design, kind) => addNode(design, kind, at), emptyDesign());
/** A wire that `connect` would refuse. */
const forced = (design: Design, from: string, to: string): Design => ({
  ...design,
  links: [...design.links, { id: `f${design.links.length}`, from, to, params: defaultsOf(linkFields) }],
});
const good = (): Design => connect(connect(withNodes('users', 'load-balancer', 'web-server'), 'users-1', 'lb-1'), 'lb-1', 'web-1');
/** `severity code place`, one line per problem. */
const lines = (design: Design) => problemsOf(design).map(({ severity, code, node, link }) => `${severity} ${code} ${node ?? link ?? '-'}`);

describe('a design without fault', () => {
  it('has no problems', () => expect(lines(good())).toEqual([]));
  // one template is there to show what servers that remember cost
  it.each(templates)('such as the template $id', ({ design }) =>
    expect(problemsOf(design).filter(({ code }) => !code.startsWith('state-'))).toEqual([]),
  );
});

it('several gateways need nothing before them: requests reach one of them by lot', () => {
  const parts = withNodes('users', 'api-gateway', 'web-server');
  const wired = connect(connect(parts, 'users-1', 'gateway-1'), 'gateway-1', 'web-1');
  const said = lines(setParam(setParam(wired, 'gateway-1', 'instances', 3), 'gateway-1', 'algorithm', 'none'));
  expect(said).toEqual([]);
  const direct = connect(withNodes('users', 'web-server'), 'users-1', 'web-1');
  expect(lines(setParam(direct, 'web-1', 'instances', 3))).toEqual(['warning several-instances-without-balancer web-1']);
});

describe('a setting that needs a wire', () => {
  it('is a warning without it', () => {
    const drawn = [
      ['web-1', 'cache-1'],
      ['web-1', 'db-1'],
    ].reduce((design, [from, to]) => connect(design, from, to), addNode(addNode(good(), 'cache', at), 'database', at));
    const through = setParam(drawn, 'cache-1', 'pattern', 'read-through');
    expect(lines(drawn)).toEqual([]);
    expect(lines(through)).toEqual(['warning needs-wire cache-1']);
    expect(lines(connect(through, 'cache-1', 'db-1'))).toEqual([]);
  });
});

describe('users', () => {
  it('must exist', () => {
    expect(lines(emptyDesign())).toEqual(['error no-users -']);
    expect(lines(withNodes('web-server'))).toEqual(['error no-users -']);
  });

  it('must lead somewhere, at least some of them', () => {
    expect(lines(withNodes('users'))).toEqual(['error users-lead-nowhere users-1']);
    expect(lines(addNode(good(), 'users', at))).toEqual(['warning users-lead-nowhere users-2']);
    expect(lines(forced(withNodes('users', 'cache'), 'users-1', 'cache-1'))).toContain('error users-lead-nowhere users-1');
  });

  it('should ask for something', () => {
    expect(lines(setParam(good(), 'users-1', 'ratePerSecond', 0))).toEqual(['warning no-traffic -']);
    expect(lines(setWorkloadParam(good(), 'traffic', 0))).toEqual(['warning no-traffic -']);
  });
});

describe('wires', () => {
  it('are needed where a part can do nothing without', () => {
    const design = removeParts(good(), { links: ['l2'] });
    expect(lines(design)).toEqual(['error needs-wire lb-1', 'warning unreachable web-1']);
    expect(problemsOf(design)[0].details).toEqual({ role: 'server' });
    const edgeOnly = connect(
      connect(connect(withNodes('users', 'dns', 'cdn', 'web-server'), 'users-1', 'dns-1'), 'dns-1', 'cdn-1'),
      'cdn-1',
      'web-1',
    );
    expect(lines(edgeOnly)).toEqual(['warning needs-wire dns-1']);
  });

  it('are not missed where a part like it stands in between', () => {
    const chained = connect(
      connect(connect(withNodes('users', 'cdn', 'cdn', 'web-server'), 'users-1', 'cdn-1'), 'cdn-1', 'cdn-2'),
      'cdn-2',
      'web-1',
    );
    expect(lines(chained)).toEqual([]);
    expect(lines(removeParts(chained, { links: ['l3'] }))).toEqual(['error needs-wire cdn-2', 'warning unreachable web-1']);
  });

  it('are not missed on a part that has only just been placed', () => {
    expect(lines(addNode(good(), 'queue', at))).toEqual(['warning needs-wire queue-1', 'warning unreachable queue-1']);
  });

  it('of a scheduler may lead to workers themselves', () => {
    const clocked = connect(addNode(addNode(good(), 'scheduler', at), 'worker', at), 'scheduler-1', 'worker-1');
    expect(lines(clocked)).toEqual([]);
  });

  it('must be ones that the caller has a use for', () => {
    const design = forced(addNode(good(), 'database', at), 'users-1', 'db-1');
    expect(lines(design)).toEqual(['error wire-not-allowed f2']);
    expect(problemsOf(design)[0].details).toEqual({ from: 'users', to: 'database', fromRole: 'source', toRole: 'store' });
  });

  it('must not lead back', () => {
    let design = good();
    for (const id of ['lb-2', 'lb-3']) design = connect(addNode(design, 'load-balancer', at), id === 'lb-2' ? 'lb-1' : 'lb-2', id);
    expect(lines(design)).toEqual(['warning needs-wire lb-3'.replace('warning', 'error')]);
    const loop = setLabel(forced(design, 'lb-3', 'lb-1'), 'lb-2', 'Middle');
    expect(lines(loop)).toEqual(['error loop f4']);
    expect(problemsOf(loop)[0].details).toEqual({ through: 'Load balancer → Middle → Load balancer 3', count: 3 });
  });

  it('that lead back are each found once, also in a design that is all loops', () => {
    let design = withNodes('users', ...Array.from({ length: 6 }, (): NodeKind => 'load-balancer'));
    for (let from = 1; from <= 6; from += 1)
      for (let to = 1; to <= 6; to += 1) if (from !== to) design = forced(design, `lb-${from}`, `lb-${to}`);
    design = connect(design, 'users-1', 'lb-1');
    const loops = problemsOf(design).filter(({ code }) => code === 'loop');
    expect(loops.length).toBeGreaterThan(0);
    expect(new Set(loops.map(({ link }) => link)).size).toBe(loops.length);
    expect(problemsOf(removeParts(design, { links: loops.map(({ link }) => link ?? '') })).some(({ code }) => code === 'loop')).toBe(false);
  });

  it('a chain of five hundred is no loop and no trouble', () => {
    let design = withNodes('users', ...Array.from({ length: 500 }, (): NodeKind => 'load-balancer'), 'web-server');
    design = forced(design, 'users-1', 'lb-1');
    for (let i = 1; i < 500; i += 1) design = forced(design, `lb-${i}`, `lb-${i + 1}`);
    expect(lines(forced(design, 'lb-500', 'web-1'))).toEqual([]);
  });
});

describe('several servers under one wire', () => {
  it('need someone who spreads the requests', () => {
    const direct = setParam(connect(withNodes('users', 'web-server'), 'users-1', 'web-1'), 'web-1', 'instances', 3);
    expect(lines(direct)).toEqual(['warning several-instances-without-balancer web-1']);
    expect(problemsOf(direct)[0].details).toEqual({ instances: 3, from: 'users-1', fromLabel: 'Users' });
    expect(lines(setParam(good(), 'web-1', 'instances', 3))).toEqual([]);
  });

  it('do not where each has a part of its own to do', () => {
    let design = addNode(addNode(good(), 'cache', at), 'database', at);
    design = setParam(connect(connect(design, 'web-1', 'cache-1'), 'web-1', 'db-1'), 'cache-1', 'instances', 4);
    expect(lines(design)).toEqual([]);
  });
});

describe('workload', () => {
  it('has shares of at most a hundred percent', () => {
    const design = setWorkloadParam(setWorkloadParam(good(), 'staticShare', 70), 'writeShare', 40);
    expect(lines(design)).toEqual(['error shares-exceed-100 -']);
    expect(problemsOf(design)[0].details).toMatchObject({ sum: 110 });
    expect(lines(setWorkloadParam(design, 'writeShare', 30))).toEqual([]);
  });

  it('needs a trace to replay one', () => {
    expect(lines(setWorkloadParam(good(), 'shape', 'trace'))).toEqual(['error trace-missing -']);
  });

  it('of a billion requests a second is said to be slow', () => {
    let design = setWorkloadParam(setParam(good(), 'users-1', 'ratePerSecond', 200_000), 'traffic', 100);
    design = setWorkloadParam(setWorkloadParam(design, 'shape', 'spike'), 'spikeFactor', 50);
    expect(problemsOf(design)).toMatchObject([{ code: 'too-big', severity: 'warning', details: { what: 'requests', count: 1e9 } }]);
    expect(lines(setWorkloadParam(design, 'traffic', 0.01))).toEqual([]);
  });
});

describe('timeline', () => {
  const withEvent = (event: Record<string, unknown>): Design => ({
    ...good(),
    scenario: [{ at: 5, ...event } as Design['scenario'][number]],
  });

  it.each([
    [{ act: 'crash', node: 'web-1', instance: null }],
    [{ act: 'crash', node: 'web-1', instance: 0 }],
    [{ act: 'set', node: 'web-1', field: 'instances', value: 3 }],
    [{ act: 'set-link', link: 'l1', field: 'retries', value: 3 }],
    [{ act: 'set-workload', field: 'traffic', value: 3 }],
  ])('%o is fine', (event) => expect(lines(withEvent(event))).toEqual([]));

  it.each([
    [{ act: 'crash', node: 'web-9', instance: null }, '-', 'web-9'],
    [{ act: 'crash', node: 'web-1', instance: 7 }, 'web-1', '7'],
    [{ act: 'set', node: 'web-9', field: 'instances', value: 3 }, '-', 'web-9'],
    [{ act: 'set', node: 'web-1', field: 'toString', value: 3 }, 'web-1', 'toString'],
    [{ act: 'set-link', link: 'l9', field: 'retries', value: 3 }, '-', 'l9'],
    [{ act: 'set-link', link: 'l1', field: 'colour', value: 3 }, 'l1', 'colour'],
    [{ act: 'set-workload', field: 'mood', value: 3 }, '-', 'mood'],
  ])('%o names what is not there', (event, place, target) => {
    expect(lines(withEvent(event))).toEqual([`warning scenario-target-missing ${place}`]);
    expect(problemsOf(withEvent(event))[0].details).toMatchObject({ at: 5, act: event.act, target });
  });

  it('may name an instance that the timeline itself adds', () => {
    const scenario: Design['scenario'] = [
      { at: 1, act: 'set', node: 'web-1', field: 'instances', value: 4 },
      { at: 5, act: 'crash', node: 'web-1', instance: 3 },
    ];
    expect(lines({ ...good(), scenario })).toEqual([]);
  });
});

describe('size', () => {
  it('is refused before anything else is looked at', () => {
    const [node] = withNodes('cache').nodes;
    const nodes = Array.from({ length: mostParts.nodes + 1 }, (_, i) => ({ ...node, id: `c${i}` }));
    expect(problemsOf({ ...emptyDesign(), nodes })).toEqual([
      { code: 'too-big', severity: 'error', node: null, link: null, details: { what: 'nodes', count: 2001, max: 2000 } },
    ]);
  });

  it('of two thousand nodes is looked at in a moment', () => {
    let nodes = withNodes('users', 'load-balancer').nodes;
    const [web] = withNodes('web-server').nodes;
    nodes = [...nodes, ...Array.from({ length: 1998 }, (_, i) => ({ ...web, id: `w${i}` }))];
    const links = nodes
      .slice(1)
      .map(({ id }, i) => ({ id: `l${i}`, from: i === 0 ? 'users-1' : 'lb-1', to: id, params: defaultsOf(linkFields) }));
    expect(problemsOf({ ...emptyDesign(), nodes, links })).toEqual([]);
  });
});

it('counts instances as the kind does', () => {
  const design = setParam(withNodes('database', 'web-server', 'dns'), 'db-1', 'replicas', 2);
  expect(design.nodes.map(instancesOf)).toEqual([3, 1, 1]);
  expect(specs.database.extraInstances).toBe(1);
});

describe('retries in every layer', () => {
  const storm = (layers: number, retries: number): Design => {
    const servers = Array.from({ length: layers }, () => 'web-server' as const);
    let design = withNodes('users', ...servers);
    const ids = design.nodes.map(({ id }) => id);
    for (let i = 0; i < layers; i++) {
      design = connect(design, ids[i], ids[i + 1]);
      design = setLinkParam(design, design.links[i].id, 'retries', retries);
    }
    return design;
  };

  it('multiply: a word is said when one request can become more than a hundred calls', () => {
    expect(lines(storm(3, 3))).toEqual([]);
    expect(lines(storm(4, 3))).toEqual(['warning retry-storm web-4']);
    expect(problemsOf(storm(8, 10)).find(({ code }) => code === 'retry-storm')?.details.count).toBe(11 ** 8);
  });

  it('are counted on the worst way, and a loop does not count for ever', () => {
    const design = storm(4, 3);
    const [first, last] = [design.nodes[1].id, design.nodes[4].id];
    const shortcut = connect(design, first, last);
    expect(problemsOf(shortcut).find(({ code }) => code === 'retry-storm')?.details.count).toBe(256);
    expect(lines(forced(design, last, first))).toContain('warning retry-storm web-4');
  });
});

describe('S68: servers that keep sessions in their memory', () => {
  const design = (instances: number, state: string, lb: Record<string, string>) => {
    let next = emptyDesign();
    for (const kind of ['users', 'load-balancer', 'web-server'] as const) next = addNode(next, kind, { x: 0, y: 0 });
    const [users, balancer, web] = next.nodes.map(({ id }) => id);
    next = setParam(setParam(connect(connect(next, users, balancer), balancer, web), web, 'instances', instances), web, 'state', state);
    for (const [field, value] of Object.entries(lb)) next = setParam(next, balancer, field, value);
    return problemsOf(next).filter(({ code }) => code.startsWith('state-'));
  };

  it('behind a balancer that is not sticky are an error, which does not keep the run from showing it', () => {
    const [problem, ...others] = design(4, 'stateful', {});
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'state-scattered', severity: 'error', node: 'web-1' });
    expect(stopsRun(problem)).toBe(false);
  });

  it.each([{ sticky: 'cookie' }, { algorithm: 'ip-hash' }, { layer: 'tcp' }])('behind %j are a warning', (lb) => {
    expect(design(4, 'stateful', lb as Record<string, string>)).toMatchObject([
      { code: 'state-sticks', severity: 'warning', node: 'web-1' },
    ]);
  });

  it('stateless ones, and one alone, are neither', () => {
    expect(design(4, 'stateless', {})).toEqual([]);
    expect(design(1, 'stateful', {})).toEqual([]);
  });
});
