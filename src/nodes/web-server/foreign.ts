import type { ForeignNames } from '../foreign.ts';

export const webServerForeign: ForeignNames = {
  software: ['httpd', 'apache', 'gunicorn', 'puma', 'tomcat', 'php', 'wordpress', 'node', 'django', 'rails'],
  words: [
    'web server',
    'web servers',
    'web',
    'app server',
    'application server',
    'frontend',
    'backend',
    'api server',
    'server',
    '웹 서버',
    '웹서버',
    '서버',
  ],
};
