import { describe, expect, it } from 'vitest';
import { figureNames } from '../../charts/RunSummary.tsx';
import { failureReasons } from '../../engine/plan.ts';
import { glossaryEn } from '../../i18n/late/glossary.en.ts';
import { glossaryKo } from '../../i18n/late/glossary.ko.ts';
import { nodeKinds } from '../../nodes/specs.ts';
import { metricNames } from '../../runner/worldMetrics.ts';
import { foundTerms } from './foundTerms.ts';
import { type TermId, termIds, termOf } from './terms.ts';

const all = termIds.map(termOf);

describe('the glossary', () => {
  it('has at least sixty terms, each with a meaning in both languages and no other', () => {
    expect(termIds.length).toBeGreaterThanOrEqual(60);
    expect(Object.keys(glossaryEn.means)).toEqual(termIds);
    expect(Object.keys(glossaryKo.means)).toEqual(termIds);
    for (const id of termIds) {
      expect(glossaryKo.means[id], id).toMatch(/[가-힣]/);
      expect(glossaryKo.means[id], id).toMatch(/다(\([^)]*\))?\.$/);
      expect(glossaryEn.means[id], id).toMatch(/\.$/);
    }
  });

  it('calls no two terms the same', () => {
    expect(new Set(all.map(({ en }) => en)).size).toBe(all.length);
    expect(new Set(all.map(({ ko }) => ko)).size).toBe(all.length);
  });

  it('has a term for every kind of part', () => {
    const named = new Set(all.flatMap(({ kinds = [] }) => kinds));
    expect(nodeKinds.filter((kind) => !named.has(kind))).toEqual([]);
  });

  it('has a term for every figure of the page: key figures, comparisons, reasons of failures', () => {
    const named = new Set(all.flatMap(({ figures = [] }) => figures));
    expect([...figureNames, ...metricNames, ...failureReasons, 'limited'].filter((name) => !named.has(name))).toEqual([]);
  });

  it('is found by either language, by name before meaning', () => {
    const find = (asked: string) => foundTerms(asked, glossaryEn.means);
    expect(find('')).toEqual(termIds);
    expect(find('샤딩')[0]).toBe('sharding' satisfies TermId);
    expect(find(' Hot KEY ')).toEqual(['hot-key']);
    expect(find('cache')[0]).toBe('cache');
    expect(find('cache')).toContain('hit-ratio');
    expect(find('zzzz')).toEqual([]);
  });
});
