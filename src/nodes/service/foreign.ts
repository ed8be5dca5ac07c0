import type { ForeignNames } from '../foreign.ts';

export const serviceForeign: ForeignNames = {
  software: ['grpc'],
  words: ['service', 'microservice', 'api', 'lambda', 'function', '서비스'],
};
