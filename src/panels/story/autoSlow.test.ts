import { expect, it } from 'vitest';
import { createAutoSlow, type Playing } from './autoSlow.ts';

const calm: Playing = { runId: 1, status: 'playing', speed: 1, isOn: true, isStill: false, isTrouble: false };
const trouble: Playing = { ...calm, isTrouble: true };

function after(before: Playing, now: Playing) {
  const decide = createAutoSlow();
  decide(before);
  return { first: decide(now), second: decide(now), decide };
}

it('slows a run down once, where its first trouble begins', () => {
  const { first, second, decide } = after(calm, trouble);
  expect([first, second]).toEqual(['slow', null]);
  decide({ ...calm, runId: 2 });
  expect(decide({ ...trouble, runId: 2 })).toBe('slow');
});

it('stands where less motion was asked for', () => {
  expect(after(calm, { ...trouble, isStill: true }).first).toBe('pause');
});

it('leaves alone who plays fast, has it off, stands, or came in the middle of trouble', () => {
  expect(after(calm, { ...trouble, speed: 64 }).first).toBeNull();
  expect(after(calm, { ...trouble, speed: 16 }).first).toBe('slow');
  expect(after(calm, { ...trouble, isOn: false }).first).toBeNull();
  expect(after(calm, { ...trouble, status: 'paused' }).first).toBeNull();
  expect(createAutoSlow()(trouble)).toBeNull();
});
