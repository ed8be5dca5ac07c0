import { describe, expect, it } from 'vitest';
import { adviceOf } from '../design/advice.ts';
import { addNode, connect, emptyDesign } from '../design/edits.ts';
import { designOf, foolish } from '../design/fixtures/foolishDesigns.ts';
import type { Problem } from '../design/problems.ts';
import { problemsOf } from '../design/rules.ts';
import { adviceWords } from './adviceWords.ts';
import { problemText } from './problemText.ts';
import { loadText } from './text.ts';

const ko = await loadText('ko');
const en = await loadText('en');

const late = { en: await adviceWords.en(), ko: await adviceWords.ko() };

describe('problems in words', () => {
  it('name the part, the reason and the way out', () => {
    const design = addNode(addNode(emptyDesign(), 'users', { x: 0, y: 0 }), 'load-balancer', { x: 0, y: 0 }, { label: '앞문' });
    const wired = connect(design, design.nodes[0].id, design.nodes[1].id);
    const [first] = problemsOf(wired);
    expect(problemText(first, wired, en)).toBe('앞문 has nothing to call: wire it to something that answers requests.');
    expect(problemText(first, wired, ko)).toMatch(/^앞문은 호출할 곳이 없습니다/);
  });

  it('have a sentence for every code, in both languages, whatever the details', () => {
    const design = emptyDesign();
    for (const code of Object.keys(en.events.problems) as Problem['code'][]) {
      for (const t of [en, ko]) {
        const text = problemText({ code, severity: 'error', node: 'gone-1', link: null, details: {} }, design, t);
        expect(text).not.toMatch(/undefined|NaN/);
        expect(text.length).toBeGreaterThan(10);
      }
    }
  });

  it.each(foolish)('say $says of $kind in both languages, with its numbers', (one) => {
    const design = designOf(one);
    const [problem] = adviceOf(design);
    for (const [t, words] of [
      [en, late.en],
      [ko, late.ko],
    ] as const) {
      const text = problemText(problem, design, t, words);
      expect(text).not.toMatch(/undefined|NaN/);
      expect(text.length).toBeGreaterThan(30);
      // what is so, and a way out
      expect(text).toMatch(t === en ? /[.:] .+\./s : /[\uac00-\ud7a3]세요\.$/);
    }
  });

  it('an advice names the part, the reason and the way out', () => {
    const design = designOf(foolish[0]);
    const [problem] = adviceOf(design);
    expect(problemText(problem, design, en, late.en)).toMatch(
      /^Message queue: at Worker a job is in hand for 8 s on average, but after 5 s/,
    );
    expect(problemText(problem, design, ko, late.ko)).toContain('평균 8초 동안 쥐고 있는데 5초 뒤에는 다시 내주므로');
    // its words are late
    expect(problemText(problem, design, en)).toBe('');
  });
});
