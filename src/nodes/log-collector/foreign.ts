import type { ForeignNames } from '../foreign.ts';

export const logCollectorForeign: ForeignNames = {
  software: ['logstash', 'fluentd', 'fluent-bit', 'loki', 'vector', 'filebeat', 'graylog'],
  words: ['log', 'logs', 'logging', 'log collector', '로그'],
};
