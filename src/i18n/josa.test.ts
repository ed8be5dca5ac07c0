import { describe, expect, it } from 'vitest';
import { josa } from './josa.ts';

describe('particles after labels', () => {
  it.each([
    ['캐시', '이/가', '캐시가'],
    ['샤드', '을/를', '샤드를'],
    ['웹 서버', '은/는', '웹 서버는'],
    ['주문', '은/는', '주문은'],
    ['서울', '으로/로', '서울로'],
    ['주문', '으로/로', '주문으로'],
    ['LB', '은/는', 'LB는'],
    ['CDN', '이/가', 'CDN이'],
    ['DNS', '이/가', 'DNS가'],
    ['web', '은/는', 'web은'],
    ['app', '을/를', 'app을'],
    ['server', '이/가', 'server가'],
    ['db', '와/과', 'db와'],
    ['큐 2', '와/과', '큐 2와'],
    ['web-1', '으로/로', 'web-1로'],
    ['web-3', '을/를', 'web-3을'],
    ['cache (hot)', '은/는', 'cache (hot)은'],
    ['🔥', '이/가', '🔥이'],
    ['', '이/가', '이'],
  ] as const)('%s + %s is %s', (word, particle, expected) => {
    expect(josa(word, particle)).toBe(expected);
  });
});
