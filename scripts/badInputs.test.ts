import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groups, groupsTestedIn, tableOf } from './badInputGroups.mjs';
import { page, readTests } from './badInputs.mjs';

describe('bad input by number', () => {
  const { files, text } = tableOf(readTests());

  it.each(groups)('$number, $what, is done in a test', ({ number }) => {
    expect(files.get(number)).not.toEqual([]);
  });

  it('docs/bad-inputs.md says where', () => {
    expect(readFileSync(page, 'utf8'), 'renew it with `node scripts/badInputs.mjs`').toBe(text);
  });

  it('numbers are read out of titles: one, several, a range; nothing else is one', () => {
    const title = (words: string) => groupsTestedIn('a.test.ts', `it('${words}', () => {`);
    expect(title(['ux 4.6', '#61, #22'].join(' '))).toEqual([22, 61]);
    expect(title(['ux 4.6', '#31 to #34: parts'].join(' '))).toEqual([31, 32, 33, 34]);
    expect(title(['bad', 'input', '70: a code'].join(' '))).toEqual([70]);
    expect(title('4.6 seconds, 12 parts and #9')).toEqual([]);
    expect(groupsTestedIn('src/design/badLinks.test.ts', "it('14 of every version', () => {")).toEqual([14]);
    expect(tableOf([]).text).toContain('| 72 | numbers as other languages write them | opens | **none** |');
  });
});
