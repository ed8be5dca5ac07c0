import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Voice = typeof import('./announce.ts');

describe('the one voice of the page', () => {
  let voice: Voice;
  let heard: string[];

  beforeEach(async () => {
    vi.useFakeTimers();
    vi.resetModules();
    voice = await import('./announce.ts');
    heard = [];
    voice.onSaid(() => heard.push(voice.lastSaid().words));
  });
  afterEach(() => vi.useRealTimers());

  it('says the first thing at once, then at most one in three seconds, the newest', () => {
    voice.announce('started');
    voice.announce('busy');
    voice.announce('saturated');
    expect(heard).toEqual(['started']);
    vi.advanceTimersByTime(voice.restMs - 1);
    expect(heard).toEqual(['started']);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(['started', 'saturated']);
    vi.advanceTimersByTime(10 * voice.restMs);
    expect(heard).toHaveLength(2);
  });

  it('answers a key at once, however much has been said, and lets events wait for it', () => {
    voice.announce('started');
    voice.announce('saturated');
    vi.advanceTimersByTime(voice.restMs - 500);
    voice.announce('web to db, 1 of 2', 'answer');
    voice.announce('web to db, 2 of 2', 'answer');
    expect(heard).toEqual(['started', 'web to db, 1 of 2', 'web to db, 2 of 2']);
    vi.advanceTimersByTime(voice.restMs - 1);
    expect(heard).toHaveLength(3);
    vi.advanceTimersByTime(1);
    expect(heard.at(-1)).toBe('saturated');
  });

  it('is news even in the same words', () => {
    voice.announce('Copied', 'answer');
    const { number } = voice.lastSaid();
    voice.announce('Copied', 'answer');
    expect(voice.lastSaid().number).toBe(number + 1);
  });

  it('is silent about the run when told so, but still answers', () => {
    voice.announce('started');
    voice.announce('saturated');
    voice.setHearing('off');
    voice.announce('recovered');
    vi.advanceTimersByTime(10 * voice.restMs);
    expect(heard).toEqual(['started']);
    voice.announce('0:41, all well', 'answer');
    expect(heard).toEqual(['started', '0:41, all well']);
  });

  it('tells details only to who wants them, and never in place of an event', () => {
    voice.announce('web is busy', 'detail');
    expect(heard).toEqual([]);
    voice.setHearing('verbose');
    voice.announce('started');
    voice.announce('web is saturated');
    voice.announce('web is busy', 'detail');
    vi.advanceTimersByTime(voice.restMs);
    expect(heard).toEqual(['started', 'web is saturated']);
    voice.announce('cache is busy', 'detail');
    vi.advanceTimersByTime(voice.restMs);
    expect(heard.at(-1)).toBe('cache is busy');
  });
});
