import { describe, expect, it } from 'vitest';
import { createCrew, type Ears, type FromMember } from './crew.ts';

interface FakeMember {
  jobs: unknown[];
  ended: boolean;
  says(message: FromMember<string, string>): void;
  dies(reason: string): void;
}

function setting({ size = 2, failToMake = 0, failToSend = 0 } = {}) {
  const members: FakeMember[] = [];
  let beat: (() => void) | null = null;
  let refusals = failToMake;
  let losses = failToSend;
  const crew = createCrew<string, string, string>({
    makeMember(ears: Ears) {
      if (refusals-- > 0) throw new Error('forbidden');
      const member: FakeMember = { jobs: [], ended: false, says: (message) => ears.said(message), dies: (reason) => ears.died(reason) };
      members.push(member);
      return {
        send: (job) => {
          if (losses-- > 0) throw new Error('cannot be cloned');
          member.jobs.push(job);
        },
        end: () => {
          member.ended = true;
        },
      };
    },
    everyBeat(each) {
      beat = each;
      return () => {
        beat = null;
      };
    },
    size,
    mostSilentBeats: 4,
  });
  const silence = (beats: number) => {
    for (let i = 0; i < beats; i++) beat?.();
  };
  return { crew, members, silence, isBeating: () => beat !== null };
}

const done = (result: string): FromMember<string, string> => ({ say: 'done', result });

describe('crew', () => {
  it('plays jobs in order on no more workers than its size, and passes on what they say', async () => {
    const { crew, members } = setting({ size: 2 });
    const heard: string[] = [];
    const handles = ['a', 'b', 'c'].map((job) => crew.add(job, (partial) => heard.push(`${job} ${partial}`)));
    expect(members.map(({ jobs }) => jobs)).toEqual([['a'], ['b']]);
    members[1]?.says({ say: 'partial', partial: 'half' });
    members[1]?.says(done('B'));
    expect(members.map(({ jobs }) => jobs)).toEqual([['a'], ['b', 'c']]);
    members[1]?.says(done('C'));
    members[0]?.says(done('A'));
    expect(await Promise.all(handles.map(({ ended }) => ended))).toEqual(['A', 'B', 'C'].map((result) => ({ end: 'done', result })));
    expect(heard).toEqual(['b half']);
  });

  it.each([
    [0, 1],
    [Number.NaN, 1],
    [2.7, 2],
  ])('of size %f is %i workers', (size, workers) => {
    expect(setting({ size }).crew.size).toBe(workers);
  });

  it('cancels at once: the worker of a job that plays is ended, a job in line is never sent', async () => {
    const { crew, members } = setting({ size: 1 });
    const [a, b, c] = ['a', 'b', 'c'].map((job) => crew.add(job));
    b?.cancel();
    a?.cancel();
    expect(members[0]?.ended).toBe(true);
    expect(members[1]?.jobs).toEqual(['c']);
    members[0]?.says(done('too late'));
    members[1]?.says(done('C'));
    expect(await Promise.all([a?.ended, b?.ended, c?.ended])).toEqual([
      { end: 'cancelled' },
      { end: 'cancelled' },
      { end: 'done', result: 'C' },
    ]);
  });

  it('cancels all and sends everybody home', async () => {
    const { crew, members, isBeating } = setting({ size: 2 });
    const handles = ['a', 'b', 'c'].map((job) => crew.add(job));
    members[1]?.says(done('B'));
    members[1]?.says(done('C'));
    crew.cancelAll();
    expect(members.every(({ ended }) => ended)).toBe(true);
    expect(isBeating()).toBe(false);
    expect((await Promise.all(handles.map(({ ended }) => ended))).map(({ end }) => end)).toEqual(['cancelled', 'done', 'done']);
    const again = crew.add('d');
    members[2]?.says(done('D'));
    expect(await again.ended).toEqual({ end: 'done', result: 'D' });
  });

  it('tries the job of a worker that dies once more, then says why it failed; other jobs go on', async () => {
    const { crew, members } = setting({ size: 1 });
    const a = crew.add('a');
    const b = crew.add('b');
    members[0]?.dies('out of memory');
    expect(members[1]?.jobs).toEqual(['a']);
    members[1]?.dies('out of memory');
    expect(await a.ended).toEqual({ end: 'failed', reason: 'out of memory' });
    members[2]?.says(done('B'));
    expect(await b.ended).toEqual({ end: 'done', result: 'B' });
  });

  it('does not hear a worker that has died any more', () => {
    const { crew, members } = setting({ size: 1 });
    const heard: string[] = [];
    crew.add('a', (partial) => heard.push(partial));
    members[0]?.dies('out of memory');
    members[0]?.says({ say: 'partial', partial: 'from beyond' });
    members[1]?.says({ say: 'partial', partial: 'anew' });
    expect(heard).toEqual(['anew']);
  });

  it('sends a worker home that its job cannot be sent to', async () => {
    const { crew, members, isBeating } = setting({ size: 1, failToSend: 2 });
    const a = crew.add('a');
    expect(await a.ended).toEqual({ end: 'failed', reason: 'unreadable' });
    expect(members.map(({ ended }) => ended)).toEqual([true, true]);
    expect(isBeating()).toBe(false);
    const b = crew.add('b');
    members[2]?.says(done('B'));
    expect(await b.ended).toEqual({ end: 'done', result: 'B' });
  });

  it('keeps a worker for as long as it goes on speaking', async () => {
    const { crew, members, silence } = setting({ size: 1 });
    const a = crew.add('a');
    for (let i = 0; i < 20; i++) {
      members[0]?.says({ say: 'partial', partial: 'still here' });
      silence(3);
    }
    expect(members[0]?.ended).toBe(false);
    members[0]?.says(done('A'));
    expect(await a.ended).toEqual({ end: 'done', result: 'A' });
  });

  it('counts the silence from when the job came, however long its worker was without one before', async () => {
    const { crew, members, silence } = setting({ size: 1 });
    crew.add('a');
    members[0]?.says(done('A'));
    silence(9);
    const b = crew.add('b');
    silence(3);
    expect(members[0]?.ended).toBe(false);
    members[0]?.says(done('B'));
    expect(await b.ended).toEqual({ end: 'done', result: 'B' });
  });

  it('gives up a worker that falls silent, but is patient with its first word', async () => {
    const { crew, members, silence } = setting({ size: 1 });
    const a = crew.add('a');
    silence(119);
    expect(members).toHaveLength(1);
    members[0]?.says({ say: 'partial', partial: 'here' });
    silence(3);
    members[0]?.says({ say: 'partial', partial: 'still here' });
    silence(4);
    expect(members.map(({ ended, jobs }) => [ended, jobs])).toEqual([
      [true, ['a']],
      [false, ['a']],
    ]);
    silence(120);
    expect(await a.ended).toEqual({ end: 'failed', reason: 'silent' });
  });

  it('does not try again what the job itself did wrong', async () => {
    const { crew, members } = setting({ size: 1 });
    const a = crew.add('a');
    members[0]?.says({ say: 'failed', reason: 'no such part' });
    expect(await a.ended).toEqual({ end: 'failed', reason: 'no such part' });
    expect(members[0]?.ended).toBe(false);
  });

  it('lets workers without a job go after a while', () => {
    const { crew, members, silence, isBeating } = setting({ size: 1 });
    crew.add('a');
    members[0]?.says(done('A'));
    silence(9);
    expect(members[0]?.ended).toBe(false);
    silence(1);
    expect(members[0]?.ended).toBe(true);
    expect(isBeating()).toBe(false);
  });

  it('fails with the reason when the browser makes no workers', async () => {
    const { crew } = setting({ failToMake: 2 });
    expect(await crew.add('a').ended).toEqual({ end: 'failed', reason: 'unstarted' });
    const once = setting({ failToMake: 1 });
    const b = once.crew.add('b');
    once.members[0]?.says(done('B'));
    expect(await b.ended).toEqual({ end: 'done', result: 'B' });
  });
});
