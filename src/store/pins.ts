/** Moments that somebody wants to find again, with a name each. They belong to the document in hand; `past.ts` keeps them with it. */

import { createStore } from 'zustand/vanilla';

export interface Pin {
  id: number;
  /** Simulated seconds. */
  time: number;
  name: string;
}

export const mostPins = 40;
export const longestPinName = 60;

export const pinsStore = createStore<{ pins: readonly Pin[] }>()(() => ({ pins: [] }));

let nextId = 1;

/** In order of time; nothing when there are too many. */
export function addPin(time: number, name: string): void {
  const { pins } = pinsStore.getState();
  if (pins.length >= mostPins) return;
  const pin = { id: nextId++, time, name: name.slice(0, longestPinName) };
  pinsStore.setState({ pins: [...pins, pin].sort((a, b) => a.time - b.time || a.id - b.id) });
}

export function renamePin(id: number, name: string): void {
  pinsStore.setState(({ pins }) => ({
    pins: pins.map((pin) => (pin.id === id ? { ...pin, name: name.slice(0, longestPinName) } : pin)),
  }));
}

export function removePin(id: number): void {
  pinsStore.setState(({ pins }) => ({ pins: pins.filter((pin) => pin.id !== id) }));
}

export const removeAllPins = (): void => pinsStore.setState({ pins: [] });

/** Those of a document that is opened again, in place of all. */
export function restorePins(pins: readonly Omit<Pin, 'id'>[]): void {
  removeAllPins();
  for (const { time, name } of pins) addPin(time, name);
}
