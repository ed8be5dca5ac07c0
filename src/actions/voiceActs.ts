/** The page says how it is, when asked. What it says is known to a panel that arrives late; until then it is silent. */

import { announce } from '../ui/announce.ts';
import { type Act, always } from './act.ts';

export interface Voice {
  /** How the whole is now. */
  status: () => string;
  /** The last few things that happened. */
  events: () => string;
}

let voice: Partial<Voice> = {};

/** Returns how to take it back. */
export function provideVoice(part: Partial<Voice>): () => void {
  voice = { ...voice, ...part };
  return () => {
    voice = Object.fromEntries(Object.entries(voice).filter(([name, own]) => part[name as keyof Voice] !== own));
  };
}

export const voiceActs: readonly Act[] = [
  {
    id: 'sayStatus',
    group: 'run',
    shortcuts: [{ code: 'KeyS' }],
    enabled: always,
    perform: () => announce(voice.status?.() ?? '', 'answer'),
  },
  {
    id: 'sayEvents',
    group: 'run',
    shortcuts: [{ code: 'KeyS', shift: true }],
    enabled: always,
    perform: () => announce(voice.events?.() ?? '', 'answer'),
  },
];
