import type { KindText } from '../kindText.ts';

const copies = (replicas: number) => (replicas === 0 ? 'no copy' : replicas === 1 ? '1 copy' : `${replicas} copies`);
const keptIn: Readonly<Record<string, string>> = { memory: 'in memory', relational: 'rows', nosql: 'items' };

export const sessionStoreEn: KindText = {
  name: 'Session store',
  what: 'Remembers who is logged in',
  summary: (p) => `${keptIn[String(p.keptIn)] ?? ''}, ${copies(Number(p.replicas))}`,
};
