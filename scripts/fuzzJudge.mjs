// What of a walk of the restless visitor (scripts/fuzz.mjs) is wrong: what it may grow by, and what has to be seen of it.

/** A walk that is long enough for slopes; a short one has only steps, in which what the page is slow to build up would look like a leak. */
const longMinutes = 5;
export const isLong = (minutes) => minutes >= longMinutes;
/** By how much each rest may be heavier than the one before: between them lie a visit of some twenty windows, and eight runs. */
const mostMore = { listeners: 10, elements: 100, keptMb: 0.5 };
/**
 * Of a long walk, after its first minutes, MB a minute: all that is in the heap; of it what the page keeps (objects, texts and numbers, without
 * what the compiler makes of code as that is run more often and in more ways); and the workers' heaps, until the first worker is ended.
 */
const mostMbPerMinute = { mb: 0.5, keptMb: 0.2, workerMb: 0.5 };
const warmUpMinutes = 2;
/** At rest. */
const mostMb = 64;
/** Acts a second, at the least: a page that does nothing passes every test. */
const fewestActs = 2;
const fewestLooks = 3;

const names = {
  mb: 'the heap',
  keptMb: 'what is kept',
  workerMb: 'the workers’ heaps',
  listeners: 'listeners',
  elements: 'elements',
};

/** The middle of the slopes between all pairs of looks: one odd look does not move it (Theil and Sen). */
function slopeOf(looks, what) {
  const slopes = looks
    .flatMap((one, i) => looks.slice(i + 1).map((other) => (other[what] - one[what]) / (other.minute - one.minute)))
    .sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

/**
 * What was drawn last may be held until something else is drawn, and what comes late comes once: a leak grows from each rest to the next, so
 * that of a short walk the smallest step counts, and of a long one the middle step.
 */
function stepOf(looks, what, isLongWalk) {
  const steps = looks.slice(1).map((look, i) => look[what] - looks[i][what]);
  return steps.sort((a, b) => a - b)[isLongWalk ? Math.floor(steps.length / 2) : 0] ?? 0;
}

/**
 * @param walk its `minutes` as asked for, its `looks` at rest, its restless time, what the page complained of, and whether all of it is there
 * @returns what it grew by, and in words what is wrong with it
 */
export function judge({ minutes, looks, restlessMs, complaints, isThere }) {
  const isLongWalk = isLong(minutes);
  const warm = isLongWalk ? looks.filter(({ minute }) => minute >= warmUpMinutes) : looks;
  const slopes = {
    mb: slopeOf(warm, 'mb'),
    keptMb: slopeOf(warm, 'keptMb'),
    workerMb: slopeOf(
      warm.filter(({ ended }) => ended === 0),
      'workerMb',
    ),
  };
  const steps = {
    listeners: stepOf(looks, 'listeners', isLongWalk),
    elements: stepOf(looks, 'elements', isLongWalk),
    keptMb: stepOf(looks, 'keptMb', isLongWalk),
  };
  const last = looks.at(-1) ?? { acts: 0, mb: 0, ended: 0, stuck: 0 };
  const tooSteep = Object.keys(slopes).filter((what) => isLongWalk && slopes[what] > mostMbPerMinute[what]);
  // a long walk has a slope for what is kept
  const tooHigh = Object.keys(steps).filter((what) => !(isLongWalk && what in slopes) && steps[what] > mostMore[what]);
  const wrongs = [
    ...complaints.slice(0, 5),
    ...(looks.length >= fewestLooks ? [] : ['it came to rest too seldom to tell what it keeps']),
    ...tooSteep.map((what) => `${names[what]}: ${slopes[what].toFixed(2)} MB more a minute, at most ${mostMbPerMinute[what]}`),
    ...tooHigh.map(
      (what) => `${names[what]}: ${Number(steps[what].toFixed(2))} more from each rest to the next, at most ${mostMore[what]}`,
    ),
    ...(last.mb > mostMb ? [`at rest it holds ${last.mb.toFixed(1)} MB, at most ${mostMb}`] : []),
    ...(last.stuck > 0 ? [`${last.stuck} runs did not begin`] : []),
    ...(last.ended > 0 ? [] : ['no worker was ended']),
    ...(isThere ? [] : ['the page, or a part of it, is gone']),
    ...(last.acts >= (fewestActs * restlessMs) / 1000 ? [] : ['it hardly did anything']),
  ];
  return { slopes, steps, wrongs };
}
