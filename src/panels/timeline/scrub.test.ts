import { describe, expect, it } from 'vitest';
import { createScrub } from './scrub.ts';

/** A run that arrives where it was sent when told to. */
function world() {
  const sent: number[] = [];
  let now = 0;
  let clock = 0;
  let listener = (): void => {};
  let alarm: { at: number; then: () => void } | null = null;
  const scrub = createScrub({
    seek: (time) => void sent.push(time),
    now: () => now,
    onChange: (called) => {
      listener = called;
      return () => {
        listener = () => {};
      };
    },
    clockMs: () => clock,
    later: (ms, then) => {
      alarm = { at: clock + ms, then };
      return () => {
        alarm = null;
      };
    },
  });
  const arrive = (time: number): void => {
    now = time;
    listener();
  };
  const wait = (ms: number): void => {
    clock += ms;
    if (alarm && alarm.at <= clock) {
      const { then } = alarm;
      alarm = null;
      then();
    }
  };
  return { scrub, sent, arrive, wait };
}

describe('scrub', () => {
  it('sends the run to one moment at a time, and then to the newest wish', () => {
    const { scrub, sent, arrive } = world();
    for (const time of [10, 11, 12, 13]) scrub.to(time);
    expect(sent).toEqual([10]);
    arrive(10);
    expect(sent).toEqual([10, 13]);
    arrive(13);
    expect(sent).toEqual([10, 13]);
    scrub.to(4);
    expect(sent).toEqual([10, 13, 4]);
  });

  it('does not wait for ever for a run that does not arrive', () => {
    const { scrub, sent, wait } = world();
    scrub.to(10);
    scrub.to(20);
    wait(300);
    expect(sent).toEqual([10, 20]);
  });

  it('goes where it was let go, even if that was never sent', () => {
    const { scrub, sent, arrive } = world();
    scrub.to(10);
    scrub.to(20);
    scrub.stop();
    expect(sent).toEqual([10, 20]);
    arrive(20);
    expect(sent).toEqual([10, 20]);
  });
});
