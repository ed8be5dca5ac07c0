import { createStore } from 'zustand/vanilla';

/** The number whose making is asked for, where it stands on the page. Kept until it is answered: who answers may come after the question. */
export const whyStore = createStore<{ owner: HTMLElement | null }>(() => ({ owner: null }));

export function askWhy(owner: HTMLElement | null): void {
  whyStore.setState({ owner });
}
