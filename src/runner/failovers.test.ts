import { describe, expect, it } from 'vitest';
import type { Plan } from '../engine/plan.ts';
import { compile } from './compile.ts';
import { shop } from './designsForTests.ts';
import { failoversOf } from './failovers.ts';
import { frameOf, layoutFor, noteOf } from './framesForTests.ts';

const plan = compile(shop()).plan as Plan;
const database = 3;
const layout = layoutFor(plan, { [database]: ['isPrimary', 'refusedWrites', 'lostWrites', 'staleReads'] });

/** A hundred seconds: the primary dies at 10.5 s, another one takes over at 40.2 s, users are served well from 42 s on. */
const frames = Array.from({ length: 100 }, (_, second) => {
  const down = second >= 10 && second < 42;
  return frameOf(layout, second, {
    'offered.write': 10,
    'completed.write': down ? 0 : 10,
    'failed.write.error': down ? 10 : 0,
    [`${database}/${second < 40 ? 0 : 1}/isPrimary`]: 1,
    [`${database}/0/refusedWrites`]: second >= 10 && second <= 40 ? 5 : 0,
    [`${database}/1/lostWrites`]: second === 40 ? 7 : 0,
    [`${database}/1/staleReads`]: second < 60 ? 1 : 0,
  });
});
const notes = [
  noteOf(10.5, 'crash', database, 0),
  noteOf(20.5, 'failover-started', database),
  noteOf(40.2, 'promoted', database, 1, 29.7),
  noteOf(40.2, 'writes-lost', database, 0, 7),
];

describe('failoversOf', () => {
  it('tells what the loss of a primary cost', () => {
    expect(failoversOf(frames, layout, notes)).toEqual([
      {
        node: database,
        instance: 0,
        faultAt: 10.5,
        noticedAt: 20.5,
        electedAt: null,
        replayedAt: null,
        repointedAt: null,
        fencedAt: null,
        splitAt: null,
        healedAt: null,
        promotedAt: 40.2,
        promotedInstance: 1,
        returnedAt: null,
        secondsToPromotion: 40.2 - 10.5,
        secondsWithoutPrimary: 40.2 - 10.5,
        recoveredAt: 42,
        secondsToRecovery: 31.5,
        secondsToRecoveryAtLeast: 31.5,
        writesRefused: 31 * 5,
        staleReads: 32,
        acknowledgedWritesLost: 7,
        secondsLost: 0,
        writesDiverged: 0,
        conflicts: 0,
        failed: { refused: 0, timeout: 0, shed: 0, error: 320 },
        sessionsLost: 0,
      },
    ]);
  });

  it('is not over before thirty good seconds have passed', () => {
    const [report] = failoversOf(frames.slice(0, 71), layout, notes);
    expect(report).toMatchObject({ promotedAt: 40.2, recoveredAt: null, secondsToRecovery: null, writesRefused: 155 });
    expect(failoversOf(frames.slice(0, 72), layout, notes)[0].recoveredAt).toBe(42);
    // while it is not over: up to now, or up to the good seconds that may turn out to be the end of it
    const soFar = (seconds: number) => failoversOf(frames.slice(0, seconds), layout, notes)[0].secondsToRecoveryAtLeast;
    expect([soFar(10), soFar(35), soFar(41), soFar(60), soFar(71)]).toEqual([0, 24.5, 30.5, 31.5, 31.5]);
  });

  it('counts requests on their way at a frame’s edge as no failure, and a silence as no service', () => {
    const under = frames.map((frame) => frameOf(layout, frame.index, { 'offered.write': 10, 'completed.write': 9, '3/0/isPrimary': 1 }));
    expect(failoversOf(under, layout, notes)[0].recoveredAt).toBe(40.2);
    const silent = frames.map((frame) => frameOf(layout, frame.index, { 'offered.write': 10, '3/0/isPrimary': 1 }));
    expect(failoversOf(silent, layout, notes)[0].recoveredAt).toBeNull();
  });

  it('reports a primary that nobody replaced', () => {
    expect(failoversOf(frames.slice(0, 30), layout, notes.slice(0, 1))).toMatchObject([
      { promotedAt: null, noticedAt: null, recoveredAt: null },
    ]);
  });

  it('tells of the phases, and how much writing is gone', () => {
    const phases = [
      noteOf(25, 'elected', database, 1),
      noteOf(30, 'replayed', database, 1),
      noteOf(40.2, 'rewound', database, 0, 1.5),
      noteOf(41, 'repointed', database, 1),
    ];
    const [report] = failoversOf(frames, layout, [...notes, ...phases]);
    expect(report).toMatchObject({ electedAt: 25, replayedAt: 30, repointedAt: 41, secondsLost: 1.5 });
  });

  it('begins with the cut where a primary is alive but not heard, and tells from when to when there were two', () => {
    const cut = [
      noteOf(10.5, 'struck', database, 0),
      noteOf(40.2, 'promoted', database, 1, 29.7),
      noteOf(40.2, 'split-brain', database, 0),
      noteOf(60, 'mended', database, 0),
      noteOf(60, 'split-healed', database, 0, 100),
    ];
    expect(failoversOf(frames, layout, cut)).toMatchObject([{ faultAt: 10.5, instance: 0, promotedAt: 40.2, splitAt: 40.2, healedAt: 60 }]);
    // a fault that had nothing to do with it
    expect(failoversOf(frames, layout, [noteOf(5, 'struck', database, 0)])).toEqual([]);
  });

  it('takes no notice of a replica’s fault, nor of parts without a primary', () => {
    expect(failoversOf(frames, layout, [noteOf(10.5, 'crash', database, 1), noteOf(10.5, 'crash', 2, 0)])).toEqual([]);
  });

  it('knows the new primary when it dies in its turn', () => {
    const later = [...notes, noteOf(80, 'hang', database, 1), noteOf(90, 'crash', database, 0)];
    const reports = failoversOf(frames, layout, later);
    expect(reports.map(({ faultAt, instance }) => [faultAt, instance])).toEqual([
      [10.5, 0],
      [80, 1],
    ]);
    expect(reports[0].acknowledgedWritesLost).toBe(7);
    expect(reports[1].acknowledgedWritesLost).toBe(0);
  });
});
