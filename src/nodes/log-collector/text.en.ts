import type { KindText } from '../kindText.ts';

export const logCollectorEn: KindText = {
  name: 'Log collector',
  what: 'All logs in one searchable place',
  summary: (p) => `${p.linesPerRequest} × ${p.lineBytes} B, every ${p.flushSeconds} s`,
};
