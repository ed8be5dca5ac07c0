import { describe, expect, it } from 'vitest';
import { rankOf, sought } from './seek.ts';

const kinds = [
  ['캐시', 'Cache'],
  ['데이터베이스', 'Database'],
  ['로드 밸런서', 'Load balancer'],
  ['웹 서버', 'Web server'],
  ['메시지 큐', 'Message queue'],
  ['세션 저장소', 'Session store'],
];
const firstFor = (query: string): string | undefined => sought(query, kinds, (names) => names)[0]?.[1];

describe('what is typed finds', () => {
  it.each([
    ['ㅋㅅ', 'Cache'],
    ['ㄷㅇㅌㅂ', 'Database'],
    ['ㄹㄷㅂㄹㅅ', 'Load balancer'],
    // an input method puts ㄱ and ㅅ together
    ['ㅅㅅ', 'Session store'],
    ['캐ㅅ', 'Cache'],
    ['데잍', 'Database'],
    ['밸런', 'Load balancer'],
    ['웹서버', 'Web server'],
  ])('Korean, also half written: %s', (query, name) => expect(firstFor(query)).toBe(name));

  it.each([
    ['cache', 'Cache'],
    ['lb', 'Load balancer'],
    ['balan', 'Load balancer'],
    ['websrv', 'Web server'],
    ['databse', 'Database'],
    ['dtabase', 'Database'],
    ['cahce', 'Cache'],
    ['QUEUE', 'Message queue'],
  ])('English, also mistyped: %s', (query, name) => expect(firstFor(query)).toBe(name));

  it('several words in several texts, in any order', () => {
    const texts = ['Timeout', 'web to db'];
    expect(rankOf('timeout db', texts)).toBeGreaterThan(0);
    expect(rankOf('db timeout', texts)).toBeGreaterThan(0);
    expect(rankOf('timeout cache', texts)).toBe(0);
  });

  it('whole words before letters that only come in that order', () => {
    const texts = [['Algorithm', 'Load balancer'], ['go to Load balancer']];
    expect(sought('go load', texts, (names) => names)[0]).toBe(texts[1]);
  });

  it('nothing where nothing fits, all where nothing is typed', () => {
    expect(sought('xyzzy', kinds, (names) => names)).toEqual([]);
    expect(sought('ㅎㅎㅎ', kinds, (names) => names)).toEqual([]);
    expect(sought('  ', kinds, (names) => names)).toHaveLength(kinds.length);
  });

  it('the better fit first, equals in their order', () => {
    const words = ['web 2', 'my web', 'web', 'cobweb', 'web 1'];
    expect(sought('web', words, (word) => [word])).toEqual(['web', 'web 2', 'web 1', 'my web', 'cobweb']);
  });
});
