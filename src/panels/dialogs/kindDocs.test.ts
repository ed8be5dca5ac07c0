import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeKinds } from '../../nodes/specs.ts';

const headingsOf = (kind: string, locale: string): string[] => {
  const text = readFileSync(new URL(`../../nodes/${kind}/docs.${locale}.md`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line.startsWith('## '));
};

describe('notes on kinds', () => {
  it.each(nodeKinds)('%s: what is modelled, what is left out and what stands behind the defaults, in both languages', (kind) => {
    const en = headingsOf(kind, 'en');
    expect(en).toContain('## What is modelled');
    expect(en).toContain('## What is left out');
    expect(en.some((heading) => /^## (Assumptions b|B)ehind the defaults|^## Defaults$/.test(heading))).toBe(true);
    // the same chapters, whatever they are called
    expect(headingsOf(kind, 'ko')).toHaveLength(en.length);
  });
});
