import { describe, expect, it } from 'vitest';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import { addNode, connect, emptyDesign } from './edits.ts';
import { loopLinks } from './loops.ts';
import { canConnect, mayCall, reachableFrom, sourcesOf } from './wires.ts';

const at = { x: 0, y: 0 };
const all = () =>
  [...nodeKinds, 'load-balancer', 'load-balancer', 'web-server'].reduce(
    (design, kind) => addNode(design, kind as NodeKind, at),
    emptyDesign(),
  );

/** Whoever answers whole requests. */
const servers: NodeKind[] = ['service', 'web-server', 'load-balancer', 'api-gateway', 'global-balancer'];
const stores: NodeKind[] = ['database', 'nosql', 'shard-router'];

describe('who may call whom', () => {
  it.each([
    ['users', ['dns', 'cdn', ...servers]],
    ['dns', ['cdn', ...servers]],
    ['cdn', ['cdn', 'object-storage', ...servers]],
    ['load-balancer', servers],
    ['global-balancer', servers],
    ['web-server', ['cache', ...stores, 'queue', 'worker', 'object-storage', 'search-index', 'session-store', ...servers]],
    ['service', ['cache', ...stores, 'queue', 'worker', 'object-storage', 'search-index', ...servers]],
    ['queue', ['worker']],
    ['worker', [...stores, 'object-storage', 'search-index', 'cache']],
    ['scheduler', ['queue', 'worker']],
    ['object-storage', ['object-storage']],
    ['cache', stores],
    ['shard-router', stores],
    ['database', ['queue', 'database']],
    ['nosql', ['queue', 'nosql']],
  ] satisfies [NodeKind, NodeKind[]][])('%s', (from, callees) => {
    expect(nodeKinds.filter((to) => mayCall(from, to)).sort()).toEqual([...callees].sort());
  });
});

describe('a wire', () => {
  it('may be drawn where it means something', () => {
    expect(canConnect(all(), 'users-1', 'lb-1')).toEqual({ ok: true });
  });

  it.each([
    ['users-1', 'users-1', 'self'],
    ['users-1', 'db-1', 'role'],
    ['db-1', 'web-1', 'role'],
    ['users-1', 'nobody', 'missing'],
    ['nobody', 'users-1', 'missing'],
  ])('%s to %s is refused: %s', (from, to, code) => {
    expect(canConnect(all(), from, to)).toMatchObject({ ok: false, reason: { code } });
  });

  it('says what the caller may call instead', () => {
    expect(canConnect(all(), 'users-1', 'db-1')).toMatchObject({
      reason: { from: 'users', to: 'database', calls: ['resolver', 'edge', 'server'] },
    });
  });

  it('is drawn once', () => {
    expect(canConnect(connect(all(), 'users-1', 'lb-1'), 'users-1', 'lb-1')).toMatchObject({ ok: false, reason: { code: 'exists' } });
  });

  it('between parts that hold the same may lead both ways: what is told goes no further', () => {
    const two = addNode(addNode(all(), 'nosql', at), 'worker', at);
    const pair = connect(two, 'nosql-1', 'nosql-2');
    expect(canConnect(pair, 'nosql-2', 'nosql-1')).toEqual({ ok: true });
    const both = connect(pair, 'nosql-2', 'nosql-1');
    expect(loopLinks(both)).toEqual([]);
    // told of by one, done by a worker, written to the other: nobody is told of that again
    const handedOn = connect(connect(both, 'nosql-1', 'queue-1'), 'queue-1', 'worker-1');
    expect(canConnect(handedOn, 'worker-1', 'nosql-2')).toEqual({ ok: true });
    expect(canConnect(handedOn, 'worker-1', 'nosql-1')).toMatchObject({ ok: false, reason: { code: 'loop' } });
  });

  it('never closes a loop, however long', () => {
    const chain = connect(connect(all(), 'lb-1', 'lb-2'), 'lb-2', 'lb-3');
    expect(canConnect(chain, 'lb-3', 'lb-1')).toMatchObject({ ok: false, reason: { code: 'loop' } });
    expect(canConnect(chain, 'lb-1', 'lb-3')).toEqual({ ok: true });
    expect(connect(chain, 'lb-3', 'lb-1')).toBe(chain);
  });
});

it('follows wires forward only', () => {
  const design = connect(connect(all(), 'users-1', 'lb-1'), 'web-1', 'db-1');
  expect([...reachableFrom(design, ['users-1'])]).toEqual(['users-1', 'lb-1']);
  expect(sourcesOf(design).map((node) => node.id)).toEqual(['users-1']);
});
