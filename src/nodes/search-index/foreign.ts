import type { ForeignNames } from '../foreign.ts';

export const searchIndexForeign: ForeignNames = {
  software: ['elasticsearch', 'opensearch', 'solr', 'meilisearch', 'typesense'],
  words: ['search', 'search index', '검색'],
};
