/**
 * What is asked of the design in hand: its own targets, or the reader's wishes where it has none. The reader's hold for every such design
 * on this device, outlive the page, and are never in a link.
 */

import { createStore } from 'zustand/vanilla';
import type { Design } from '../design/design.ts';
import { parseTargets, setTargets, type TargetName, type Targets, withTarget } from '../design/targets.ts';
import { designStore } from './designStore.ts';

const key = 'faultline.requirements';

export const requirementsStore = createStore<{ wishes: Targets }>()(() => ({ wishes: parseWishes(stored()) }));

/** What a text of the storage says, as far as it makes sense. Also of the first two wishes there were, in seconds and as a share. */
export function parseWishes(text: string | null): Targets {
  try {
    const given = JSON.parse(text ?? '{}') as Record<string, unknown>;
    const { p99Seconds, availability, ...rest } = given;
    const older = {
      ...(typeof p99Seconds === 'number' ? { p99Ms: p99Seconds * 1000 } : {}),
      ...(typeof availability === 'number' ? { availabilityPercent: Number((availability * 100).toFixed(4)) } : {}),
    };
    let mended = 0;
    const noteFields: Parameters<typeof parseTargets>[1]['noteFields'] = (_, repairs) => {
      mended += repairs.length;
    };
    const { targets } = parseTargets({ ...older, ...rest }, { noteFields });
    return mended === 0 && targets ? targets : {};
  } catch {
    return {};
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Those that hold for a design. */
export const targetsOf = (design: Design, wishes: Targets = requirementsStore.getState().wishes): Targets => design.targets ?? wishes;

/** Asks for something else of the design in hand, or (null) no longer for it: in the design where it has targets, else in the reader's wishes. */
export function ask(name: TargetName, value: number | null): void {
  const { design, edit } = designStore.getState();
  if (design.targets) edit('setSetting', (before) => setTargets(before, withTarget(before.targets ?? {}, name, value)));
  else keepWishes(withTarget(requirementsStore.getState().wishes, name, value));
}

/** Makes the reader's wishes part of the design, so that links and files carry them. */
export function giveToDesign(): void {
  const { wishes } = requirementsStore.getState();
  designStore.getState().edit('setSetting', (design) => setTargets(design, wishes));
}

/** Takes them out of the design; they stay as the reader's own. */
export function takeFromDesign(): void {
  const { design, edit } = designStore.getState();
  keepWishes(design.targets ?? {});
  edit('setSetting', (before) => setTargets(before, {}));
}

function keepWishes(wishes: Targets): void {
  requirementsStore.setState({ wishes });
  try {
    localStorage.setItem(key, JSON.stringify(wishes));
  } catch {
    // Forbidden or full: the choice holds until the page is left.
  }
}
