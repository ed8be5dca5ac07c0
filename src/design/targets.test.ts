import { describe, expect, it } from 'vitest';
import { chapter } from '../library/chapter.ts';
import { decodeLink, encodeLink } from './codec.ts';
import { emptyDesign } from './edits.ts';
import { parseDesign, parseFile, toFile } from './parse.ts';
import { setTargets, withTarget } from './targets.ts';

describe('targets of a design', () => {
  it('are asked for, changed and let go one by one, always in one order', () => {
    const some = withTarget(withTarget({}, 'monthlyUsd', 500), 'p99Ms', 200);
    expect(Object.entries(some)).toEqual([
      ['p99Ms', 200],
      ['monthlyUsd', 500],
    ]);
    expect(withTarget(some, 'p99Ms', null)).toEqual({ monthlyUsd: 500 });
    expect(setTargets({ ...emptyDesign(), targets: some }, {})).toEqual(emptyDesign());
  });

  it('travel in links and files, and cost a link that has none not one character', async () => {
    const design = setTargets(chapter.design, { availabilityPercent: 99.95, lostWrites: 0, rpoSeconds: 5 });
    expect(await decodeLink(await encodeLink(design))).toMatchObject({ ok: true, design, repairs: [] });
    expect(parseFile(toFile(design))).toMatchObject({ ok: true, design, repairs: [] });
    expect(await encodeLink(setTargets(design, {}))).toBe(await encodeLink(chapter.design));
  });

  it('of rubbish are mended or left out, and said so', () => {
    const given = { p99Ms: -1, availabilityPercent: 'all', cheap: true, __proto__: { rtoSeconds: 1 } };
    const parsed = parseDesign({ ...emptyDesign(), targets: given });
    if (!parsed.ok) throw new Error('does not open');
    expect(parsed.design.targets).toEqual({ p99Ms: 1, availabilityPercent: 99.9 });
    expect(parsed.repairs.map(({ part, field }) => `${part}.${field}`)).toEqual([
      'targets.p99Ms',
      'targets.availabilityPercent',
      'targets.cheap',
    ]);
    for (const targets of ['fast', [], {}, null])
      expect(parseDesign({ ...emptyDesign(), targets })).toMatchObject({ ok: true, design: emptyDesign() });
  });
});
