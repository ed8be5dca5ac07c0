import type { ForeignNames } from '../foreign.ts';

export const deployForeign: ForeignNames = {
  software: ['jenkins', 'argocd', 'drone', 'gitlab-runner'],
  words: ['deploy', 'ci', 'cd', 'pipeline', 'deployment', '배포'],
};
