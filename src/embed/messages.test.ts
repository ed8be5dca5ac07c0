import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Asker, createGate, type EmbedHost, type EmbedState } from './messages.ts';

function setUp() {
  let state: EmbedState = { status: 'poster', time: 0, seconds: 600, offered: null, p99: null, failed: null, knobs: [] };
  const host = {
    state: vi.fn(() => state),
    play: vi.fn(),
    pause: vi.fn(),
    seek: vi.fn<(seconds: number) => void>(),
    set: vi.fn<(knob: number, value: number) => boolean>((knob) => knob === 0),
  } satisfies EmbedHost;
  const asker = () => ({ postMessage: vi.fn<Asker['postMessage']>() });
  const gate = createGate(() => host);
  const acts = () => host.play.mock.calls.length + host.pause.mock.calls.length + host.seek.mock.calls.length + host.set.mock.calls.length;
  const change = (next: Partial<EmbedState>) => {
    state = { ...state, ...next };
    gate.tell();
  };
  return { host, gate, asker, acts, change };
}

describe('the six verbs', () => {
  it('do as they say and are answered to whoever asked, with the same id', () => {
    const { host, gate, asker } = setUp();
    const page = asker();
    const other = asker();
    const ask = (rest: object) => {
      gate.hear({ faultline: 1, id: 7, ...rest }, page);
      return page.postMessage.mock.lastCall?.[0];
    };
    expect(ask({ verb: 'play' })).toMatchObject({ faultline: 1, id: 7, ok: true, state: { status: 'poster' } });
    expect(ask({ verb: 'pause' })).toMatchObject({ ok: true });
    expect(ask({ verb: 'seek', seconds: 41.5 })).toMatchObject({ ok: true });
    expect(ask({ verb: 'set', knob: 0, value: 3 })).toMatchObject({ ok: true });
    expect(ask({ verb: 'set', knob: 5, value: 3 })).toEqual({ faultline: 1, id: 7, ok: false, error: 'no-such-knob' });
    expect(ask({ verb: 'state' })).toMatchObject({ ok: true, state: { seconds: 600 } });
    expect([host.play.mock.calls.length, host.pause.mock.calls.length, host.seek.mock.lastCall, host.set.mock.calls]).toEqual([
      1,
      1,
      [41.5],
      [
        [0, 3],
        [5, 3],
      ],
    ]);
    expect(other.postMessage).not.toHaveBeenCalled();
  });

  it('tell listeners of changes, each once, until they no longer want to hear', () => {
    const { gate, asker, change } = setUp();
    const page = asker();
    gate.hear({ faultline: 1, verb: 'subscribe' }, page);
    change({ status: 'playing', time: 1 });
    change({});
    change({ time: 2 });
    const events = page.postMessage.mock.calls.map(([answer]) => answer as { event?: string; state: EmbedState });
    expect(events.filter(({ event }) => event === 'state').map(({ state }) => state.time)).toEqual([1, 2]);
    gate.hear({ faultline: 1, verb: 'subscribe', on: false }, page);
    const count = page.postMessage.mock.calls.length;
    change({ time: 3 });
    expect(page.postMessage.mock.calls.length).toBe(count);
  });

  it('tell eight listeners and no more, and asking to be told does nothing else', () => {
    const { gate, asker, acts, change } = setUp();
    const pages = Array.from({ length: 12 }, asker);
    for (const page of pages) gate.hear({ faultline: 1, verb: 'subscribe' }, page);
    expect(acts()).toBe(0);
    change({ time: 1 });
    expect(pages.filter(({ postMessage }) => postMessage.mock.calls.length === 2).length).toBe(8);
  });

  it('forget a listener that has gone', () => {
    const { gate, change } = setUp();
    const postMessage = vi.fn<Asker['postMessage']>().mockImplementationOnce(() => undefined);
    gate.hear({ faultline: 1, verb: 'subscribe' }, { postMessage });
    postMessage.mockImplementation(() => {
      throw new Error('gone');
    });
    change({ time: 1 });
    change({ time: 2 });
    expect(postMessage.mock.calls.length).toBe(2);
  });
});

describe('anything else', () => {
  it('that is not ours is not answered', () => {
    const { gate, asker, acts } = setUp();
    const page = asker();
    for (const data of [
      undefined,
      null,
      'play',
      7,
      [],
      {},
      { verb: 'play' },
      { faultline: 2, verb: 'play' },
      { faultline: '1', verb: 'play' },
    ])
      gate.hear(data, page);
    gate.hear({ faultline: 1, verb: 'play' }, null);
    expect([page.postMessage.mock.calls.length, acts()]).toEqual([0, 0]);
  });

  it.each([
    {},
    { verb: 'destroy' },
    { verb: 'seek' },
    { verb: 'seek', seconds: '5' },
    { verb: 'seek', seconds: -1 },
    { verb: 'seek', seconds: 1e9 },
    { verb: 'seek', seconds: Number.NaN },
    { verb: 'set', knob: 0.5, value: 1 },
    { verb: 'set', knob: -1, value: 1 },
    { verb: 'set', knob: 0, value: Number.POSITIVE_INFINITY },
    { verb: 'set', knob: '__proto__', value: 1 },
    { verb: 'play', more: 'x' },
    { verb: 'subscribe', on: 'yes' },
    { verb: 'play', id: 'x'.repeat(41) },
    { verb: 'play', id: {} },
  ])('that is ours but wrong is refused and does nothing: %j', (rest) => {
    const { gate, asker, acts } = setUp();
    const page = asker();
    gate.hear({ faultline: 1, ...rest }, page);
    expect(page.postMessage.mock.calls).toEqual([[{ faultline: 1, ok: false, error: 'bad-message' }, { targetOrigin: '*' }]]);
    expect(acts()).toBe(0);
  });

  it('never throws and never does what no verb says, whatever is sent', () => {
    const { gate, asker, host } = setUp();
    const verbs = fc.constantFrom('play', 'pause', 'seek', 'set', 'state', 'subscribe', 'eval', '__proto__');
    const almost = fc.record(
      { faultline: fc.constantFrom(1, 2, '1'), verb: verbs, seconds: fc.anything(), knob: fc.anything(), value: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), almost), (data) => {
        gate.hear(data, asker());
        for (const [seconds] of host.seek.mock.calls) expect(seconds >= 0 && seconds <= 86_400).toBe(true);
        for (const [knob, value] of host.set.mock.calls) expect(Number.isInteger(knob) && Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
