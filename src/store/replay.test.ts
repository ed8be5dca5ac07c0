import { describe, expect, it } from 'vitest';
import { addNode, addScenarioEvent, moveParts, setLabel, setParam, setTitle, setWorkloadParam } from '../design/edits.ts';
import { compile } from '../runner/compile.ts';
import { idOf, shop } from '../runner/designsForTests.ts';
import { designToShare, runsAlike, withInterventions } from './replay.ts';

const begun = addScenarioEvent(shop(), { at: 10, act: 'crash', node: idOf(shop(), 'database'), instance: 0 });
const web = idOf(begun, 'web-server');
const grow = { at: 10, act: 'set', node: web, field: 'instances', value: 4 } as const;
const shrink = { at: 12.5, act: 'set', node: web, field: 'instances', value: 1 } as const;
const mend = { at: 11, act: 'recover', node: idOf(begun, 'database'), instance: 0 } as const;

describe('designToShare', () => {
  it('holds the beginning of the run and what was done to it, at the exact times, after what was planned for that moment', () => {
    const now = setParam(begun, web, 'instances', 1);
    const shared = designToShare(now, begun, [grow, mend, shrink]);
    expect(shared.scenario).toEqual([begun.scenario[0], grow, mend, shrink]);
    expect(shared.nodes.find(({ id }) => id === web)?.params.instances).toBe(2);
    const [sent, watched] = [compile(shared).plan, compile(begun).plan];
    expect(sent?.nodes).toEqual(watched?.nodes);
    expect(sent?.acts).toHaveLength(4);
  });

  it('holds the newest places, labels and title', () => {
    const now = setTitle(setLabel(moveParts(setParam(begun, web, 'instances', 4), [{ id: web, x: 7, y: 8 }]), web, 'Fleet'), 'Mine');
    const shared = designToShare(now, begun, [grow]);
    expect(shared.title).toBe('Mine');
    expect(shared.nodes.find(({ id }) => id === web)).toMatchObject({ x: 7, y: 8, label: 'Fleet', params: { instances: 2 } });
  });

  it('holds the design in hand when it is not what the run has become', () => {
    const edited = setParam(setParam(begun, web, 'instances', 4), web, 'vcpu', 16);
    expect(designToShare(edited, begun, [grow])).toBe(edited);
    const structure = addNode(begun, 'cache', { x: 0, y: 0 });
    expect(designToShare(structure, begun, [mend])).toBe(structure);
  });

  it('holds the design in hand when nothing was done, nothing ran, or too much was done', () => {
    expect(designToShare(begun, begun, [])).toBe(begun);
    expect(designToShare(begun, null, [mend])).toBe(begun);
    const often = Array.from({ length: 500 }, (_, i) => ({ ...mend, at: i }));
    expect(designToShare(begun, begun, often)).toBe(begun);
    expect(designToShare(begun, begun, often.slice(1)).scenario).toHaveLength(500);
  });
});

describe('runsAlike', () => {
  it('sees what a run would see, and nothing else', () => {
    const copy = structuredClone(begun);
    expect(runsAlike(begun, setTitle(moveParts(copy, [{ id: web, x: 1, y: 2 }]), 'x'))).toBe(true);
    const others = [
      setParam(begun, web, 'vcpu', 16),
      setWorkloadParam(begun, 'traffic', 2),
      withInterventions(begun, [mend]),
      { ...begun, seed: 'other' },
      { ...begun, links: begun.links.slice(1) },
    ];
    for (const other of others) expect(runsAlike(begun, other)).toBe(false);
  });
});
