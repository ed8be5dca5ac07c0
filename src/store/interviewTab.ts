/** One tab takes an interview; others say so, and may take it over. */

import { tabLock } from './tabLock.ts';

const name = 'faultline.interview';
const lock = tabLock();

/** @param onLost called when another tab has taken it over; @returns false where another tab has it, or it was let go meanwhile */
export const holdInterview = (onLost: () => void): Promise<boolean> => lock.hold(name, onLost);
/** Takes it from whichever tab has it. */
export const takeInterview = (onLost: () => void): Promise<boolean> => lock.take(name, onLost);
export const letInterviewGo = lock.letGo;
