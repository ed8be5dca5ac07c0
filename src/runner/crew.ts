/**
 * A pool of workers that play jobs: replications, cases of physics, anything that can be said in one message. Used by the page over
 * browser workers (`pageCrew.ts`) and by the command line over Node's threads (`cli/nodeCrew.ts`); the other side of the wire is
 * `crewMember.ts`. Knows no clock: silence is counted in beats that the world gives.
 *
 * A worker that dies or falls silent costs its job one retry, then the job fails with the reason, a code of `mishap.ts` (a thread of Node
 * says what was thrown instead); nothing here ever throws.
 */

/** What a member of the crew says about the job it was sent. Several 'partial', then one of the others. */
export type FromMember<P, R> = { say: 'partial'; partial: P } | { say: 'done'; result: R } | { say: 'failed'; reason: string };

/** A worker as the crew sees it. */
export interface Member {
  send(job: unknown): void;
  /** Ends it at once, whatever it is doing; it is not heard again. */
  end(): void;
}

export interface Ears {
  said(message: unknown): void;
  died(reason: string): void;
}

export interface CrewWorld {
  /** May throw: then the job that asked for it has lost one of its tries. */
  makeMember(ears: Ears): Member;
  /** Calls back at every beat (`crewBeatMs` apart); returns how to stop. */
  everyBeat(beat: () => void): () => void;
  /** Most workers at one time; anything below 1 counts as 1. */
  size: number;
  /** Beats without a word after which a member that has a job is given up; 60 by default (half a minute). */
  mostSilentBeats?: number;
}

export type JobEnd<R> = { end: 'done'; result: R } | { end: 'failed'; reason: string } | { end: 'cancelled' };

export interface JobHandle<R> {
  /** Never rejects. */
  ended: Promise<JobEnd<R>>;
  /** At once: a worker that plays it is terminated. Does nothing to a job that has ended. */
  cancel(): void;
}

export interface Crew<J, P, R> {
  /**
   * Puts a job at the end of the line. It must survive structured cloning.
   * @param onPartial what the member said on the way; begins anew if the job had to be tried again
   */
  add(job: J, onPartial?: (partial: P) => void): JobHandle<R>;
  /** Every job that has not ended, waiting or playing; and workers without one go home at once. The crew can be used again. */
  cancelAll(): void;
  readonly size: number;
}

export const crewBeatMs = 500;
/** A member without work goes home after 5 s, so that the machine has its memory back. */
const mostIdleBeats = 10;
/** As long as this for the first word of a fresh worker, whose code may come over a slow line. */
const leastBeatsForFirstWord = 120;
const mostTries = 2;

interface Task<J, P, R> {
  job: J;
  tries: number;
  onPartial: ((partial: P) => void) | undefined;
  settle(end: JobEnd<R>): void;
}

interface Seat<J, P, R> {
  member: Member;
  task: Task<J, P, R> | null;
  hasSpoken: boolean;
  /** Beats since it spoke, or since it was out of work. */
  silentBeats: number;
}

export function createCrew<J, P, R>(world: CrewWorld): Crew<J, P, R> {
  const size = Math.max(1, Math.floor(world.size) || 1);
  const patience = world.mostSilentBeats ?? 60;
  const line: Task<J, P, R>[] = [];
  let seats: Seat<J, P, R>[] = [];
  let stopBeats: (() => void) | null = null;

  const leave = (seat: Seat<J, P, R>) => {
    seat.member.end();
    seats = seats.filter((each) => each !== seat);
    if (seats.length > 0) return;
    stopBeats?.();
    stopBeats = null;
  };

  /** The job has lost its worker: once it goes to the front of the line again, then it has failed. */
  const lost = (task: Task<J, P, R>, reason: string) => {
    if (task.tries >= mostTries) task.settle({ end: 'failed', reason });
    else line.unshift(task);
  };

  const died = (seat: Seat<J, P, R>, reason: string) => {
    if (!seats.includes(seat)) return;
    const { task } = seat;
    leave(seat);
    if (task) lost(task, reason);
    staff();
  };

  const hear = (seat: Seat<J, P, R>, said: FromMember<P, R>) => {
    if (!seats.includes(seat)) return;
    seat.silentBeats = 0;
    seat.hasSpoken = true;
    const { task } = seat;
    if (!task) return;
    if (said.say === 'partial') {
      task.onPartial?.(said.partial);
      return;
    }
    seat.task = null;
    task.settle(said.say === 'done' ? { end: 'done', result: said.result } : { end: 'failed', reason: said.reason });
    staff();
  };

  const hire = (): Seat<J, P, R> => {
    const ears: Ears = {
      said: (message) => hear(seat, message as FromMember<P, R>),
      died: (reason) => died(seat, reason),
    };
    const seat: Seat<J, P, R> = { member: world.makeMember(ears), task: null, hasSpoken: false, silentBeats: 0 };
    seats.push(seat);
    return seat;
  };

  const look = (seat: Seat<J, P, R>) => {
    seat.silentBeats++;
    const most = seat.task === null ? mostIdleBeats : seat.hasSpoken ? patience : Math.max(patience, leastBeatsForFirstWord);
    if (seat.silentBeats < most) return;
    if (seat.task === null) leave(seat);
    else died(seat, 'silent');
  };

  /** Gives work to whoever has none, and hires while there is more of it. */
  const staff = () => {
    while (line.length > 0) {
      const free = seats.find(({ task }) => task === null);
      if (!free && seats.length >= size) return;
      const task = line.shift() as Task<J, P, R>;
      task.tries++;
      try {
        const seat = free ?? hire();
        seat.task = task;
        seat.silentBeats = 0;
        stopBeats ??= world.everyBeat(() => {
          for (const each of seats) look(each);
        });
        seat.member.send(task.job);
      } catch {
        const seat = seats.find((each) => each.task === task);
        if (seat) leave(seat);
        lost(task, seat ? 'unreadable' : 'unstarted');
      }
    }
  };

  const cancel = (task: Task<J, P, R>) => {
    const waiting = line.indexOf(task);
    if (waiting >= 0) line.splice(waiting, 1);
    const seat = seats.find((each) => each.task === task);
    if (seat) leave(seat);
    task.settle({ end: 'cancelled' });
    staff();
  };

  return {
    size,
    add(job, onPartial) {
      let settle: (end: JobEnd<R>) => void = () => undefined;
      const ended = new Promise<JobEnd<R>>((resolve) => {
        settle = resolve;
      });
      const task: Task<J, P, R> = { job, tries: 0, onPartial, settle };
      line.push(task);
      staff();
      return { ended, cancel: () => cancel(task) };
    },
    cancelAll() {
      const open = [...line.splice(0), ...seats.flatMap(({ task }) => task ?? [])];
      for (const task of open) cancel(task);
      for (const seat of seats) leave(seat);
    },
  };
}
