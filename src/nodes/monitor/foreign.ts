import type { ForeignNames } from '../foreign.ts';

export const monitorForeign: ForeignNames = {
  software: ['prometheus', 'grafana', 'datadog', 'cloudwatch', 'telegraf', 'jaeger'],
  words: ['monitor', 'monitoring', 'metrics', 'alerts', '모니터링', '지표'],
};
