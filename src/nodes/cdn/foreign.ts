import type { ForeignNames } from '../foreign.ts';

export const cdnForeign: ForeignNames = {
  software: ['cloudfront', 'cloudflare', 'fastly', 'akamai'],
  words: ['cdn', 'content delivery', 'edge cache', '콘텐츠 전송'],
};
