import { describe, expect, it } from 'vitest';
import type { FailoverReport as Failover } from '../runner/failovers.ts';
import { frameAt, layoutWith } from './framesForTests.ts';
import { failedDuring, incidentPoints, momentLines, momentsOf, stagesOf } from './incident.ts';

const layout = layoutWith();
const failover: Failover = {
  node: 0,
  instance: 0,
  faultAt: 60,
  noticedAt: 70,
  electedAt: null,
  replayedAt: null,
  repointedAt: null,
  fencedAt: null,
  splitAt: null,
  healedAt: null,
  promotedAt: 90,
  promotedInstance: 1,
  returnedAt: null,
  secondsToPromotion: 30,
  secondsWithoutPrimary: 30,
  recoveredAt: 100,
  secondsToRecovery: 40,
  secondsToRecoveryAtLeast: 40,
  writesRefused: 0,
  staleReads: 0,
  acknowledgedWritesLost: 0,
  secondsLost: 0,
  writesDiverged: 0,
  conflicts: 0,
  failed: { refused: 0, timeout: 0, shed: 0, error: 0 },
  sessionsLost: 0,
};
const open: Failover = {
  ...failover,
  noticedAt: null,
  promotedAt: null,
  promotedInstance: null,
  secondsToPromotion: null,
  secondsWithoutPrimary: null,
  recoveredAt: null,
};
const frames = Array.from({ length: 200 }, (_, i) =>
  frameAt(layout, i, { 'offered.write': 10, 'failed.write.error': i >= 60 && i < 90 ? 10 : 0 }),
);

describe('an incident', () => {
  it('lasts from moment to moment', () => {
    expect(stagesOf(failover, 200)).toEqual([
      { after: 'fault', seconds: 10, isOpen: false },
      { after: 'noticed', seconds: 20, isOpen: false },
      { after: 'promoted', seconds: 10, isOpen: false },
    ]);
  });

  it('goes through the phases that it tells of, in the order in which they came', () => {
    const phased = { ...failover, electedAt: 75, replayedAt: 82, repointedAt: 95 };
    expect(stagesOf(phased, 200).map(({ after, seconds }) => [after, seconds])).toEqual([
      ['fault', 10],
      ['noticed', 5],
      ['elected', 7],
      ['replayed', 8],
      ['promoted', 5],
      ['repointed', 5],
    ]);
    expect(momentsOf(phased).map(({ name }) => name)).toEqual([
      'fault',
      'noticed',
      'elected',
      'replayed',
      'promoted',
      'repointed',
      'recovered',
    ]);
    expect(momentsOf(open).map(({ name }) => name)).toEqual(['fault', 'noticed', 'promoted', 'recovered']);
    // users were served well before the last caller had been told: nothing is under way after that
    expect(stagesOf({ ...phased, recoveredAt: 92 }, 200).at(-1)).toEqual({ after: 'promoted', seconds: 2, isOpen: false });
  });

  it('lasts until now while it is under way, and skips what never came', () => {
    expect(stagesOf(open, 75)).toEqual([{ after: 'fault', seconds: 15, isOpen: true }]);
    expect(stagesOf({ ...failover, noticedAt: 60 }, 200)[0]).toEqual({ after: 'noticed', seconds: 30, isOpen: false });
    expect(stagesOf({ ...failover, noticedAt: null }, 200)[0]).toEqual({ after: 'fault', seconds: 30, isOpen: false });
  });

  it('counts failed requests from the fault to the recovery', () => {
    expect(failedDuring(failover, frames, layout)).toBe(300);
    expect(failedDuring(open, frames.slice(0, 75), layout)).toBe(150);
  });

  it('draws the time around it, in few enough points', () => {
    const points = incidentPoints(failover, frames, layout);
    expect(points[0].seconds).toBe(50.5);
    expect(points.at(-1)?.seconds).toBe(109.5);
    expect(points.find(({ seconds }) => seconds === 60.5)).toEqual({ seconds: 60.5, offered: 10, served: 0, failed: 10 });
    const long = incidentPoints(
      { ...failover, recoveredAt: 1900 },
      Array.from({ length: 2000 }, (_, i) => frameAt(layout, i, {})),
      layout,
    );
    expect(long.length).toBeLessThanOrEqual(240);
  });

  it('has no moment of noticing where that is part of the promotion', () => {
    const names = (noticedAt: number | null) => momentsOf({ ...failover, faultAt: 60, noticedAt }).map(({ name }) => name);
    expect(names(60)).toEqual(['fault', 'promoted', 'recovered']);
    expect(names(70)).toEqual(['fault', 'noticed', 'promoted', 'recovered']);
    expect(names(null)).toContain('noticed');
  });

  it('gives moments that are too close one label', () => {
    expect(momentLines(momentsOf({ ...failover, noticedAt: 60.5 }), 60)).toEqual([
      { at: 60, label: '1·2' },
      { at: 90, label: '3' },
      { at: 100, label: '4' },
    ]);
  });
});
