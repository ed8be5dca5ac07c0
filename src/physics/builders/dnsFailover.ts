/** A place dies, and people find out by their resolvers: some when the name points elsewhere, the rest when what they hold runs out. */

import type { Run } from '../../engine/run.ts';
import { CaseError } from '../caseFile.ts';
import type { Builder, Row } from '../experiment.ts';
import { readsOnly, station, users, wire } from '../parts.ts';
import { playTo } from '../play.ts';
import { crash } from './moments.ts';

/** Checks that must fail before the name points elsewhere: as many as there can be, for the finest steps. */
const checksNeeded = 10;

/**
 * The case's requests and people flow like water; here they are so many that their number hardly matters: requests per time to live,
 * and resolvers, each of which asks often enough to hold an answer nearly always.
 */
const requestsPerTtl = 600_000;
const resolvers = 6000;

/** Places in the design. */
const PEOPLE = 0;
const NAMES = 1;
const NEAR = 2;

/**
 * The name's checks come at even steps from a moment of their own. A first, short death tells when they come; the second is timed by
 * them so that it is noticed after exactly as long as the case says.
 */
export const dnsFailover: Builder = ({ parameters, expected }) => {
  const moments = Object.keys(expected).flatMap((name) => {
    const found = /^stuck_fraction_(\d+(?:\.\d+)?)s_after_switch$/.exec(name);
    return found ? [{ name, after: Number(found[1]) }] : [];
  });
  const detection = parameters.positive('detection_s');
  const ttl = parameters.positive('ttl_s');
  const rate = parameters.positive('rate_per_s');
  const every = detection / (checksNeeded - 0.5);
  // in a time in which a check may come every second at least, and the name may be kept as long as it is
  const k = Math.min(1, every / 2);
  if (every / k > 300 || ttl / k > 86_400) throw new CaseError(`${parameters.where}: detection_s and ttl_s lie too far apart`);
  const many = requestsPerTtl / (rate * ttl);
  const server = station({ vcpu: 96, service: 'fixed', cpuDynamicMs: 0.01 });
  const design = wire(
    [
      { ...users(rate * many * k), params: { ...users(rate * many * k).params, resolvers, ignoreTtlShare: 0 } },
      {
        kind: 'dns',
        params: { policy: 'failover', ttlSeconds: ttl / k, checkSeconds: every / k, unhealthyAfter: checksNeeded, answerMs: 0 },
      },
      server,
      server,
    ],
    [
      { from: PEOPLE, to: NAMES },
      { from: NAMES, to: NEAR },
      { from: NAMES, to: NEAR + 1 },
    ],
    readsOnly,
  );
  const last = Math.max(1.5 * ttl, ...moments.map(({ after }) => 1.5 * after)) / k;
  const frameSeconds = Math.min(ttl / 200, 0.5) / k;
  const rehearsal = ttl / k;
  const longest = rehearsal + (30 * detection + 4 * ttl) / k + last;
  return {
    form: 'replicated',
    timeScale: k,
    design,
    seconds: longest,
    frameSeconds,
    play: (run): Row => {
      const death = (at: number) => run.act(crash(at, NEAR));
      const birth = (at: number) => run.act({ ...crash(at, NEAR), act: 'recover' });
      death(rehearsal);
      const noticed = nextNote(run, 'marked-down', longest);
      birth(run.now() + frameSeconds);
      // found well again, and everybody has had time to come back
      const back = nextNote(run, 'marked-up', longest) + (2 * ttl) / k;
      const steps = Math.ceil((back + frameSeconds + detection / k - noticed) / (every / k));
      const switched = noticed + (steps * every) / k;
      playTo(run, back);
      run.takeFrames();
      death(switched - detection / k);
      playTo(run, switched + last);
      const died = switched - detection / k;
      const frames = failuresOf(run);
      /** Around a moment, over what is little beside the time to live and beside the time since the switch. */
      const stuckAt = (after: number) => {
        const about = Math.min(ttl / 40, after / 2) / k;
        return shareFailed(frames.filter(({ end }) => Math.abs(end - frameSeconds / 2 - switched - after / k) <= about));
      };
      return {
        failed: frames.reduce((sum, { failed }) => sum + failed, 0) / many,
        ...Object.fromEntries(moments.map(({ name, after }) => [name, stuckAt(after)])),
        recovery: ((frames.findLast(({ failed }) => failed > 0)?.end ?? Number.NaN) - died) * k,
      };
    },
    metrics: {
      failed_requests: ([row]) => row.failed,
      ...Object.fromEntries(moments.map(({ name }) => [name, ([row]: readonly Row[]) => row[name]])),
      time_to_full_recovery_s: ([row]) => row.recovery,
    },
  };
};

/** Plays until something is noted, and says when. */
function nextNote(run: Run, code: string, longest: number): number {
  while (run.now() < longest) {
    playTo(run, run.now() + longest / 1000);
    const note = run.takeNotes().find((each) => each.code === code);
    if (note) return note.time;
  }
  throw new CaseError(`nothing was ${code}`);
}

interface Failures {
  end: number;
  offered: number;
  failed: number;
}

function failuresOf(run: Run): Failures[] {
  const columns = (begins: string) =>
    run.layout.columns.flatMap(({ scope, metric }, at) => (scope === 'run' && metric.startsWith(begins) ? [at] : []));
  const [offered, failed] = [columns('offered.'), columns('failed.')];
  return run.takeFrames().map(({ end, values }) => {
    const sum = (which: readonly number[]) => which.reduce((total, at) => total + values[at], 0);
    return { end, offered: sum(offered), failed: sum(failed) };
  });
}

function shareFailed(frames: readonly Failures[]): number {
  const sum = (of: 'offered' | 'failed') => frames.reduce((total, frame) => total + frame[of], 0);
  return sum('failed') / sum('offered');
}
