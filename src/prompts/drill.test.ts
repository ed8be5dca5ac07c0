import { describe, expect, it } from 'vitest';
import { setParam } from '../design/edits.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import { drawnFaults, drillFor, drillMark, drillSecond, isNamed, isWell, withDrill, withoutHidden } from './drill.ts';
import { befallen, deckEvents, deckIds } from './faultDeck.ts';
import { lone, paired } from './taskForTests.ts';

/** Each kind stands there once: nobody asks who is busiest. */
const idle = () => new Map<string, number>();

/** Luck that draws this fault first of those that the design can have. */
const luckFor = (fault: (typeof deckIds)[number]): string => {
  for (let i = 0; i < 2000; i++) if (drawnFaults(`luck-${i}`)[0] === fault) return `luck-${i}`;
  throw new Error('never drawn');
};

describe('the deck', () => {
  it('finds the parts of a design that nobody has seen, and leaves out what it does not have', () => {
    const found = deckIds.filter((id) => deckEvents(id, paired, 10, idle).length > 0);
    expect(found).toEqual(['server-dies', 'server-hangs', 'servers-slow', 'database-dies', 'database-slow', 'entrance-dies', 'surge']);
    expect(deckEvents('server-dies', paired, 10, idle)).toEqual([{ at: 10, act: 'crash', node: 'web-1', instance: 0 }]);
    expect(deckEvents('servers-slow', paired, 10, idle)).toEqual([{ at: 10, act: 'slow', node: 'web-1', instance: null, factor: 5 }]);
    expect(befallen([{ at: 1, act: 'strike-link', link: paired.links[0].id, fault: 'partition' }], paired)).toEqual(['users-1', 'lb-1']);
  });
});

describe('the drill', () => {
  it('is drawn before: the same luck is the same fault at the same second, and has a mark of its own', () => {
    const seconds = Array.from({ length: 300 }, (_, i) => drillSecond(`luck-${i}`));
    expect([Math.min(...seconds), Math.max(...seconds)]).toEqual([20, 59]);
    expect(drillFor('a', paired, idle)).toEqual(drillFor('a', paired, idle));
    expect(drillMark('a')).not.toBe(drillMark('b'));
    expect(new Set(drawnFaults('a')).size).toBe(deckIds.length);
  });

  it('is concealed on the timeline, comes back after an undo, and lets go of a part that is gone', () => {
    const drill = drillFor(luckFor('database-dies'), paired, idle)!;
    expect(drill).toMatchObject({ fault: 'database-dies', parts: ['db-1'] });
    const struck = withDrill(paired, drill.events);
    expect(struck.scenario).toEqual([{ at: drill.at, act: 'crash', node: 'db-1', instance: 0, hidden: true }]);
    expect(withDrill(struck, drill.events)).toBe(struck);
    expect(withoutHidden(struck).scenario).toEqual([]);
    expect(withDrill({ ...struck, scenario: [] }, drill.events).scenario).toHaveLength(1);
    const without = { ...struck, nodes: struck.nodes.filter(({ id }) => id !== 'db-1') };
    expect(withDrill(without, drill.events).scenario).toEqual([]);
    // who broke first is not asked twice: a second drill counts from what was drawn
    expect(drillFor(luckFor('database-dies'), struck, idle)).toEqual(drill);
  });

  it('is answered by the part and by what befell it', () => {
    const drill = { fault: 'servers-slow', parts: ['web-1'] } as const;
    expect(isNamed(drill, 'web-1', 'slow')).toBe(true);
    expect(isNamed(drill, 'web-1', 'dead')).toBe(false);
    expect(isNamed(drill, 'db-1', 'slow')).toBe(false);
    expect(isNamed({ fault: 'surge', parts: [] }, 'anything', 'traffic')).toBe(true);
  });

  it('users are well again where something takes over, and not where nothing does', () => {
    const well = (design: typeof paired) => {
      const at = 20;
      const struck = {
        ...withDrill(
          design,
          deckEvents('server-dies', design, at, idle).map((event) => ({ ...event, hidden: true as const })),
        ),
        seconds: 90,
      };
      const { layout, frames } = runHeadless(compile(struck).plan!, behaviors);
      return [
        isWell(
          frames.filter(({ end }) => end <= 45),
          layout,
          at,
        ),
        isWell(frames, layout, at),
      ];
    };
    expect(well(setParam(paired, 'web-1', 'instances', 3))).toEqual([false, true]);
    expect(well(lone)).toEqual([false, false]);
  });
});
