import type { KindText } from '../kindText.ts';

export const nosqlEn: KindText = {
  name: 'NoSQL store',
  what: 'Keeps each row on several equal nodes',
  summary: (p) => `${p.nodes} ${Number(p.nodes) === 1 ? 'node' : 'nodes'}, N ${p.copies} W ${p.writeQuorum} R ${p.readQuorum}`,
};
