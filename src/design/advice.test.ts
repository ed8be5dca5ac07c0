import { describe, expect, it } from 'vitest';
import { nodeKinds } from '../nodes/specs.ts';
import { adviceOf } from './advice.ts';
import { addNode, connect, emptyDesign, setParam } from './edits.ts';
import { designOf, foolish, idOf, sensible } from './fixtures/foolishDesigns.ts';
import { problemsOf } from './rules.ts';

const saidOf = ({ code, details }: { code: string; details: Readonly<Record<string, string | number>> }) =>
  code === 'advice' ? details.advice : code;

describe('advice', () => {
  it('is silent about what is sensible, and about every part as it comes', () => {
    expect(adviceOf(sensible())).toEqual([]);
    const at = { x: 0, y: 0 };
    for (const kind of nodeKinds) expect(adviceOf(addNode(emptyDesign(), kind, at))).toEqual([]);
  });

  it.each(foolish)('$kind with $set $wire: $says, and nothing else', (one) => {
    const design = designOf(one);
    const said = adviceOf(design);
    expect(said.map(saidOf)).toEqual([one.says]);
    const [{ node, link, severity }] = said;
    expect(severity).toBe('warning');
    if (one.wire) expect(design.links.find(({ id }) => id === link)?.to).toBe(idOf(design, one.kind));
    else expect(node).toBe(idOf(design, one.kind));
    // rules collect it, and the run goes on
    expect(problemsOf(design)).toContainEqual(said[0]);
  });

  it('an autoscaler cannot see the load of an edge, but can of what stands behind it', () => {
    const at = { x: 0, y: 0 };
    const parts = addNode(addNode(emptyDesign(), 'autoscaler', at), 'cdn', at);
    const steered = connect(parts, parts.nodes[0].id, parts.nodes[1].id);
    expect(adviceOf(steered).map(saidOf)).toEqual(['cannot-see']);
    expect(adviceOf(setParam(steered, parts.nodes[0].id, 'policy', 'scheduled'))).toEqual([]);
  });

  it('a heartbeat makes a long job no danger', () => {
    const [first] = foolish;
    const design = designOf(first);
    expect(adviceOf(setParam(design, idOf(design, 'queue'), 'heartbeat', true))).toEqual([]);
  });

  it('says nothing of workers that an autoscaler brings', () => {
    const none = designOf({ kind: 'worker', set: { instances: 0 }, says: '' });
    expect(adviceOf(connect(none, idOf(none, 'autoscaler'), idOf(none, 'worker')))).toEqual([]);
  });
});
