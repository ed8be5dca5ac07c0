import type { ForeignNames } from '../foreign.ts';

export const usersForeign: ForeignNames = {
  software: ['k6', 'locust', 'jmeter', 'gatling'],
  words: [
    'user',
    'users',
    'client',
    'clients',
    'browser',
    'browsers',
    'mobile',
    'app user',
    'visitor',
    'visitors',
    'customer',
    'customers',
    '사용자',
    '클라이언트',
    '브라우저',
    '고객',
  ],
};
