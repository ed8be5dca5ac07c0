import { expect, it } from 'vitest';
import type { Note, NoteCode } from '../engine/frame.ts';
import { detectionsOf } from './detections.ts';

const note = (time: number, code: NoteCode, more: Partial<Note> = {}): Note => ({ time, code, node: 1, instance: -1, value: 0, ...more });

it('a dead server is noticed by the first alert and over when it is back', () => {
  const [found, ...others] = detectionsOf([
    note(10, 'crash', { instance: 2 }),
    note(70, 'alert-down'),
    note(100, 'restarted', { instance: 2 }),
  ]);
  expect(found).toMatchObject({ node: 1, instance: 2, fault: 'crash', secondsToDetection: 60, secondsToRepair: 90, alert: 'alert-down' });
  expect(others).toEqual([]);
});

it('a strike ends with its own end, not with that of another fault', () => {
  const [errors] = detectionsOf([
    note(10, 'struck', { fault: 0 }),
    note(20, 'mended', { fault: 1 }),
    note(25, 'alert-errors'),
    note(40, 'mended', { fault: 0 }),
  ]);
  expect(errors).toMatchObject({ fault: 'struck', strike: 0, secondsToDetection: 15, secondsToRepair: 30 });
});

it('a disturbed wire is a fault of its own', () => {
  const [wire] = detectionsOf([
    note(5, 'link-struck', { fault: 2, link: 7 }),
    note(9, 'link-mended', { fault: 2, link: 6 }),
    note(11, 'link-mended', { fault: 2, link: 7 }),
  ]);
  expect(wire).toMatchObject({ fault: 'link-struck', link: 7, strike: 2, secondsToRepair: 6, secondsToDetection: null });
});

it('a release that is taken back was a bad one; a good one is no fault', () => {
  const notes = [
    note(10, 'deploy-started', { value: 1 }),
    note(30, 'deployed', { value: 1 }),
    note(100, 'deploy-started', { value: 2 }),
    note(160, 'rolled-back', { value: 2 }),
  ];
  expect(detectionsOf(notes)).toMatchObject([
    { faultAt: 100, value: 2, secondsToDetection: 60, secondsToRepair: 60, alert: 'rolled-back' },
  ]);
});

it('what happened in a moment stays open for whoever notices what it did', () => {
  const [flush] = detectionsOf([note(10, 'struck', { fault: 2 }), note(75, 'alert-latency', { node: 3 })]);
  expect(flush).toMatchObject({ secondsToDetection: 65, alertNode: 3, repairedAt: null });
});
