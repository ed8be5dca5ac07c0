/** Somebody who interviews: the faults that were chosen, their codes, which were read out, and notes. Kept on this device under the session. */

import { createStore } from 'zustand/vanilla';
import { candidateInvitation, codeOf, hostInvitation, type Invitation } from '../prompts/faultCodes.ts';
import { type DeckId, deckIds } from '../prompts/faultDeck.ts';
import { newSecret } from './interview.ts';

export interface Hosting {
  prompt: string;
  session: string;
  secret: string;
  /** In the order of the deck. Fixed once the links were made. */
  faults: readonly DeckId[];
  isFixed: boolean;
  /** Wall clock, ms since 1970, at which a code was read out. */
  told: Readonly<Partial<Record<DeckId, number>>>;
  notes: string;
}

export const hostingStore = createStore<{ hosting: Hosting | null }>()(() => ({ hosting: null }));

const keyOf = (session: string): string => `faultline.host.${session}`;
const longestNotes = 20_000;

function set(hosting: Hosting): void {
  hostingStore.setState({ hosting });
  try {
    localStorage.setItem(keyOf(hosting.session), JSON.stringify({ told: hosting.told, notes: hosting.notes }));
  } catch {
    // Forbidden or full: it lasts until the page is left.
  }
}

function keptOf(session: string): Pick<Hosting, 'told' | 'notes'> {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(session)) ?? '{}') as Partial<Hosting>;
    return { told: kept.told ?? {}, notes: String(kept.notes ?? '').slice(0, longestNotes) };
  } catch {
    return { told: {}, notes: '' };
  }
}

/** A new session of a task, with a few faults chosen that most designs have a part for. */
export function beginHosting(prompt: string): void {
  const faults: DeckId[] = ['server-dies', 'database-slow', 'surge'];
  hostingStore.setState({
    hosting: { prompt, session: newSecret(6), secret: newSecret(10), faults, isFixed: false, told: {}, notes: '' },
  });
}

/** From a host's own link. */
export function reopenHosting({ prompt, session, secret, faults }: Extract<Invitation, { as: 'host' }>): void {
  hostingStore.setState({ hosting: { prompt, session, secret, faults, isFixed: true, ...keptOf(session) } });
}

export const endHosting = (): void => hostingStore.setState({ hosting: null });

function change(part: Partial<Hosting>): void {
  const { hosting } = hostingStore.getState();
  if (hosting) set({ ...hosting, ...part });
}

export function chooseFault(id: DeckId, isChosen: boolean): void {
  const { hosting } = hostingStore.getState();
  if (!hosting || hosting.isFixed) return;
  change({ faults: deckIds.filter((each) => (each === id ? isChosen : hosting.faults.includes(each))) });
}

/** From now on the faults are those of the candidate's link. */
export const fixFaults = (): void => change({ isFixed: true });
export const writeNotes = (notes: string): void => change({ notes: notes.slice(0, longestNotes) });

export function tellFault(id: DeckId, isTold: boolean): void {
  const { hosting } = hostingStore.getState();
  if (!hosting) return;
  const { [id]: _, ...others } = hosting.told;
  change({ told: isTold ? { ...others, [id]: Date.now() } : others });
}

export const codesOf = ({ secret, faults }: Hosting): readonly { fault: DeckId; code: string }[] =>
  faults.map((fault) => ({ fault, code: codeOf(secret, fault) }));

const page = (): string => location.href.replace(/[?#].*$/s, '');
export const candidateLink = ({ prompt, session, secret, faults }: Hosting): string =>
  `${page()}#p=${candidateInvitation(prompt, session, secret, faults)}`;
export const hostLink = ({ prompt, session, secret, faults }: Hosting): string =>
  `${page()}#p=${hostInvitation(prompt, session, secret, faults)}`;
