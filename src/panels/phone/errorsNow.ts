import { given } from '../../ui/given.ts';
import type { UsersNow } from '../usersNow.ts';

/** The share of the users' requests that fails now, and what it is made of, as its `Why` wants it. Where more failed than came, all of them. */
export function errorsNow({ failedPerSecond, offered }: UsersNow): { share: number; of: string } {
  return {
    share: failedPerSecond / Math.max(offered, failedPerSecond, 1e-9),
    of: given({ failed: [failedPerSecond, '/s'], offered: [offered, '/s'] }),
  };
}
