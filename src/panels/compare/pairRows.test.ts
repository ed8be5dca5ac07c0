import { describe, expect, it } from 'vitest';
import type { Design } from '../../design/design.ts';
import { setParam, setSeconds } from '../../design/edits.ts';
import { compareEn } from '../../i18n/late/compare.en.ts';
import { compareKo } from '../../i18n/late/compare.ko.ts';
import { replicasEn } from '../../i18n/late/replicas.en.ts';
import { replicasKo } from '../../i18n/late/replicas.ko.ts';
import { templateNamed } from '../../library/templates.ts';
import { behaviors } from '../../nodes/behaviors.ts';
import { compile } from '../../runner/compile.ts';
import { pairCsv } from '../../runner/trialCsv.ts';
import { playWorld } from '../../runner/world.ts';
import { pairRows } from './pairRows.ts';

const one = setSeconds(templateNamed('single')!.design, 10);
const two = setParam(one, 'web-1', 'instances', 2);
/** Every world with so many writes lost. */
const worlds = (design: Design, lost: readonly number[]) =>
  lost.map((writes, i) => ({ ...playWorld(compile(design).plan!, behaviors, i + 1), lost: { writes, messages: 0 } }));
const played = { worlds: [worlds(one, [4, 6, 5, 5]), worlds(two, [1, 2, 0, 1])], designs: [one, two] } as const;
const rows = (of: typeof played | null, words = compareEn, numbers = replicasEn) =>
  new Map(pairRows([null, null], of, words, numbers).map((row) => [row.name, row]));

describe('a pair of designs over many worlds', () => {
  const found = rows(played);

  it('is told apart by lost writes, with an interval', () => {
    const { verdict, paired, bBetter } = found.get('lostWrites')!.found!;
    expect([verdict, bBetter]).toEqual(['b-better', 4]);
    expect(paired?.difference.value).toBe(-4);
    expect(paired!.difference.low).toBeLessThan(-4);
    expect(paired!.difference.high).toBeLessThan(0);
    expect(found.get('lostWrites')!.span(paired!.difference)).toMatch(/^−5\.\d+ to −2\.\d+$/);
  });

  it('and by what a month costs as each world was used', () => {
    const { found: cost, span } = found.get('cost')!;
    expect(cost!.verdict).toBe('a-better');
    // a second m5.large: $70.08 a month; what leaves for the users differs a little from world to world
    expect(cost!.paired!.difference.value).toBeGreaterThan(50);
    expect(cost!.paired!.difference.high).toBeGreaterThan(cost!.paired!.difference.low);
    expect(span(cost!.paired!.difference)).toMatch(/^\+.* to \+.*USD$/);
  });

  it('has every number of the table in the file, with its interval', () => {
    const lines = pairCsv([...found.values()])
      .trim()
      .split('\r\n');
    expect(lines[0]).toMatch(/^number,A,B,worlds,B - A over worlds,low/);
    expect(lines).toHaveLength(found.size + 1);
    expect(lines.find((line) => line.startsWith('lostWrites (count)'))).toMatch(/,4,-4,-5\.\d+,-2\.\d+,0,4,b-better$/);
    expect(lines.find((line) => line.startsWith('cost (USD)'))).toMatch(/,4,\d.*,a-better$/);
    expect(pairCsv([...rows(null).values()])).toContain('lostWrites (count),,,0,,,,,,\r\n');
  });

  it('says nothing of fewer worlds than an interval needs', () => {
    const few = { ...played, worlds: [played.worlds[0].slice(0, 2), played.worlds[1].slice(0, 2)] as const };
    expect([...rows(few).values()].map((row) => row.found)).toEqual([...rows(few).keys()].map(() => null));
  });

  it('in both languages', () => {
    const korean = rows(played, compareKo as typeof compareEn, replicasKo as typeof replicasEn);
    expect([...korean.keys()]).toEqual([...found.keys()]);
    expect(korean.get('cost')!.title).toBe('한 달 비용');
  });
});
