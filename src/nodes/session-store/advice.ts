import { advise, type KindAdvice, num } from '../advice.ts';

export type SessionStoreAdvice = 'keeps-nothing';

const workOf: Readonly<Record<string, string>> = { memory: 'memoryMs', relational: 'rowMs', nosql: 'itemMs' };

export const sessionStoreAdvice: KindAdvice<SessionStoreAdvice> = {
  facts: (p) => ({ workSeconds: num(p, workOf[String(p.keptIn)]) / 1000, showsLoad: true }),
  advise: ({ params }) => advise(params.keptIn === 'memory' && num(params, 'memoryMB') * 1000 < num(params, 'sessionKB'), 'keeps-nothing'),
};
