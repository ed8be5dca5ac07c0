import { describe, expect, it } from 'vitest';
import type { Design, ScenarioEvent } from '../design/design.ts';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { happeningsOf } from './happenings.ts';
import { runHeadless } from './headless.ts';

function happenedIn(design: Design, scenario: readonly ScenarioEvent[], seconds: number) {
  const { plan } = compile({ ...design, scenario });
  const { layout, frames } = runHeadless(plan!, behaviors, { seconds });
  const nodes = plan!.nodes.map(({ id }) => ({ kind: design.nodes.find((node) => node.id === id)!.kind }));
  return happeningsOf(nodes, layout, frames).map((each) => ({ ...each, part: plan!.nodes[each.node]?.id }));
}

describe('what begins and ends by itself', () => {
  it('a cache that loses its memory is cold until it is filled again', () => {
    const { design } = templateNamed('figure-1-19')!;
    const cache = design.nodes.find(({ kind }) => kind === 'cache')!.id;
    const scenario: ScenarioEvent[] = [
      { at: 40, act: 'crash', node: cache, instance: null },
      { at: 44, act: 'recover', node: cache, instance: null },
    ];
    const ofCache = happenedIn(design, scenario, 160).filter(({ part }) => part === cache);
    expect(ofCache.map(({ name, turn }) => [name, turn])).toEqual([
      ['cold', 'begins'],
      ['cold', 'ends'],
    ]);
    expect(ofCache[0].time).toBeGreaterThanOrEqual(44);
    expect(ofCache[1].time).toBeGreaterThan(ofCache[0].time);
    expect(happenedIn(design, [], 60).filter(({ part }) => part === cache)).toEqual([]);
  });

  it('a retry storm, and load that is turned away', () => {
    const storm = happenedIn(templateNamed('retry-storm')!.design, templateNamed('retry-storm')!.design.scenario, 120);
    expect(storm.filter(({ name }) => name === 'retry-storm')[0]).toMatchObject({ turn: 'begins', node: -1 });
    const quiet = happenedIn(templateNamed('balanced')!.design, [], 30);
    expect(quiet).toEqual([]);
  });

  it('adds up an interval once, however often a run that goes on is looked at', () => {
    const { design } = templateNamed('figure-1-19')!;
    const { plan } = compile(design);
    const { layout, frames } = runHeadless(plan!, behaviors, { seconds: 12 });
    const nodes = plan!.nodes.map(({ id }) => ({ kind: design.nodes.find((node) => node.id === id)!.kind }));
    const read = new Map<number, number>();
    const watched = frames.map((frame) => ({
      ...frame,
      values: new Proxy(frame.values, {
        get: (values, key) => {
          read.set(frame.index, (read.get(frame.index) ?? 0) + 1);
          return values[Number(key)];
        },
      }),
    }));
    happeningsOf(nodes, layout, watched.slice(0, 10));
    const once = new Map(read);
    expect(happeningsOf(nodes, layout, watched)).toEqual(happeningsOf(nodes, layout, frames));
    expect([...read].slice(0, 10)).toEqual([...once]);
    expect([...read.keys()].slice(10)).toEqual([10, 11]);
  });
});
