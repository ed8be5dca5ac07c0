import { type KindAdvice, num } from '../advice.ts';

export const databaseAdvice: KindAdvice = {
  facts: (p) => ({ workSeconds: num(p, 'cpuReadMs') / 1000, showsLoad: true }),
};
