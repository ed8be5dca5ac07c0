/** Why something that was played did not come to its end, by the codes of `runner/mishap.ts`; each goes on a sentence. */
export const mishapsEn = {
  why: {
    overflow: 'too many requests were in flight for the memory there is',
    standstill: 'so much happens at one moment that time does not go on',
    engine: 'the engine contradicted itself, which is an error of ours and none of the design',
    memory: 'the browser had no memory left for it; close other tabs, or ask for fewer requests at once',
    silent: 'the engine stopped answering',
    unstarted: 'the engine could not be started; its code may not have arrived, or the browser, an extension or the host may forbid it',
    unreadable: 'page and engine could not read each other',
  },
};
