import type { ForeignNames } from '../foreign.ts';

export const databaseForeign: ForeignNames = {
  software: [
    'postgres',
    'postgresql',
    'mysql',
    'mariadb',
    'oracle',
    'mssql',
    'sqlserver',
    'percona',
    'cockroachdb',
    'timescaledb',
    'aurora',
    'rds',
    'sqlite',
  ],
  words: ['database', 'db', 'sql', 'primary', 'replica', 'rdbms', '데이터베이스', '디비'],
};
