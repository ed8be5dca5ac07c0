import { advise, type KindAdvice, num } from '../advice.ts';

export type UsersAdvice = 'one-page';

export const usersAdvice: KindAdvice<UsersAdvice> = {
  advise: ({ params }) => {
    const [viewSeconds, sessionSeconds] = [num(params, 'viewSeconds'), num(params, 'sessionSeconds')];
    return advise(params.visits === 'sessions' && viewSeconds > sessionSeconds, 'one-page', { viewSeconds, sessionSeconds });
  },
};
