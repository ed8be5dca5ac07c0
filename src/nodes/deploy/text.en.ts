import type { KindText } from '../kindText.ts';

const strategies: Readonly<Record<string, string>> = {
  'all-at-once': 'all at once',
  rolling: 'rolling',
  'blue-green': 'blue-green',
  canary: 'canary',
};

export const deployEn: KindText = {
  name: 'Deploy pipeline',
  what: 'Brings out new versions, and takes them back',
  summary: (p) => strategies[String(p.strategy)] ?? '',
};
