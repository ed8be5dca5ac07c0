import type { ForeignNames } from '../foreign.ts';

export const nosqlForeign: ForeignNames = {
  software: ['mongo', 'mongodb', 'cassandra', 'scylla', 'scylladb', 'dynamodb', 'couchdb', 'couchbase', 'hbase', 'riak'],
  words: ['nosql', 'document store', 'key-value store', 'wide column', '문서 저장소'],
};
