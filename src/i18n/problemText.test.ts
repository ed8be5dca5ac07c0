import { describe, expect, it } from 'vitest';
import { addNode, connect, emptyDesign } from '../design/edits.ts';
import type { Problem } from '../design/problems.ts';
import { problemsOf } from '../design/rules.ts';
import { problemText } from './problemText.ts';
import { loadText } from './text.ts';

const ko = await loadText('ko');
const en = await loadText('en');

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
});
