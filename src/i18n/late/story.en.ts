const plural = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

/** What the words of a cause are made of; all of it worded and formatted already, and empty where nothing is known. */
export interface CauseWords {
  /** The part that it began at, with its instance where it is one. */
  part: string;
  /** The part that makes it so, the one that suffers from it, or the one at the wire's end. */
  by: string;
  full: string;
  to: string;
  since: string;
  group: string;
  fault: string;
  busy: string;
  arrived: string;
  done: string;
  waiting: string;
  count: string;
  factor: string;
  share: string;
  usual: string;
  refused: string;
  seconds: string;
  takes: string;
  /** Traffic against before, where it has grown. */
  traffic: string;
  others: string;
}

/** Words of the story line: what users notice, where it began, what to try. */
export const storyEn = {
  crashed: (why: string) => `The run stopped: ${why}.`,
  slowed: 'Slowed to show this',
  paused: 'Paused to show this',
  resume: 'Go on',
  resumeHelp: 'Back to the speed before. Key: ]',
  over: (availability: string, underWay: string, p99: string, failed: string, lost: string) =>
    `Over: availability ${availability}${underWay && ` (${underWay} still in flight)`}, p99 ${p99}, ${plural(failed, 'request', 'requests')} failed, ${plural(lost, 'write', 'writes')} lost.`,
  rerun: 'Run again',
  otherSeed: 'Other luck',
  compare: 'Compare',
  share: 'Share',
  quiet: 'Press play, then break something.',
  asked: 'First a guess, then the run.',
  /** Before the first run: what the design can do at most. */
  most: (perSecond: string, part: string, count: string, each: string) =>
    `Max ≈ ${perSecond} requests/s, limited by ${part}${count && ` (${count} × ${each})`}.`,
  nowAsked: (perSecond: string, share: string) => `Users ask ${perSecond}: ${share} of it.`,
  overrun: (perSecond: string) => `Users ask ${perSecond}: more than it can do.`,
  uncounted: (parts: string) => `Not counted: ${parts}.`,
  noMost: 'No formula says how much this design can do: press play and see.',
  mostHelp:
    'Bottleneck law: a part that one request keeps busy for D seconds lets at most 1/D requests through a second. Retries, pools, threads and faults are left out.',
  fine: 'Everything is answered.',
  limited: (share: string) => `Everything is answered; ${share} are turned away by a limit, as was meant.`,
  busiest: (part: string, share: string) => `${part} is ${share} busy: little room left.`,
  harmless: (part: string, what: string, since: string) => `${part} ${what} since ${since}. Users do not notice.`,
  how: {
    crash: 'has been down',
    hang: 'has been silent',
    slow: 'has been slow',
    struck: 'has been hurt',
    'link-struck': 'has been cut off',
    release: 'has run a bad version',
  },
  failing: (share: string, reasons: string, since: string) => `${share} of requests fail (${reasons}) since ${since}`,
  slow: (p99: string, since: string) => `p99 is ${p99} since ${since}`,
  slowWas: (p99: string, was: string, since: string) => `p99 ${was} → ${p99} since ${since}`,
  strained: 'Users do not notice yet',
  unknown: 'Nothing that is known explains it: look at timeouts, and at the slowest request.',
  unseen: 'No tool sees why.',
  because: 'Cause',
  try: 'Try',
  more: 'More to try',
  why: 'Why?',
  whyTitle: 'Why this is the cause',
  began: (part: string, since: string) => `It began at ${part} at ${since}.`,
  suffer: (parts: string) => `Whoever’s calls end up there suffers too: ${parts}. They wait; they are not the cause.`,
  alsoFull: (parts: string) => `Also at its limit: ${parts}.`,
  tries: (factor: string) => `Every request makes ${factor} as many calls there as before.`,
  wave: (offered: string, good: string) => `Users ask ${offered} and get ${good}.`,
  recovered: (duration: string, lost: string) => `Recovered after ${duration}, ${plural(lost, 'request', 'requests')} lost.`,
  aftermath: {
    better: (change: string, clock: string, what: string) => `${change} at ${clock} helped: ${what}.`,
    worse: (change: string, clock: string, what: string) => `${change} at ${clock} made it worse: ${what}.`,
    same: (change: string, clock: string, what: string) => `${change} at ${clock} has changed little so far: ${what}.`,
  },
  p99: (before: string, after: string) => `p99 ${before} → ${after}`,
  failed: (before: string, after: string) => `failed ${before} → ${after}`,
  mend: (part: string) => `Mend ${part}`,
  mended: (part: string) => `${part} mended`,
  hints: {
    balance: 'Put a load balancer in front, then add servers',
    'wait-failover': 'Wait: a new primary is on its way',
    'wait-boot': 'Wait: more instances are on their way',
    warm: 'Wait until it is warm, or let fewer in',
    second: 'Have a second one that takes over',
  },
  causes: {
    servers: (w: CauseWords) =>
      `${w.part} is full (${w.busy}): ${w.arrived} come, ${w.done} get done, ${w.waiting} wait${w.traffic && `; traffic is ${w.traffic} what it was`}`,
    oneFull: (w: CauseWords) => `${w.part} alone is full (${w.busy}), the others are at ${w.others}; ${w.waiting} wait`,
    jobs: (w: CauseWords) => `${w.part} works on as much as it can: ${w.done} get done, and jobs pile up`,
    threads: (w: CauseWords) => `${w.part} has all its ${w.count} threads waiting for others; ${w.waiting} wait for one`,
    connections: (w: CauseWords) => `${w.part} has no connection left (${w.count}); ${w.refused} are refused`,
    lock: (w: CauseWords) => `${w.waiting} writes at ${w.part} wait for one and the same row`,
    disk: (w: CauseWords) => `the disk of ${w.part} does as much as it can: ${w.count} operations`,
    'disk-full': (w: CauseWords) => `the disk of ${w.part} is full: no write gets through`,
    memory: (w: CauseWords) => `${w.part} has its memory ${w.share} full`,
    throttled: (w: CauseWords) => `${w.part} turns ${w.refused} away: they are over its quota`,
    room: (w: CauseWords) => `${w.part} has full lines and turns ${w.refused} away`,
    quorum: (w: CauseWords) => `too few copies of ${w.part} answer: ${w.refused} fail`,
    targets: (w: CauseWords) => `${w.part} has nobody healthy to hand on to`,
    backlog: (w: CauseWords) => `${w.part} gets ${w.arrived} and ${w.done} are done: ${w.waiting} wait, the oldest for ${w.seconds}`,
    stampede: (w: CauseWords) => `a row ran out at ${w.part}, and all who wanted it loaded it at once: ${w.full} drowns`,
    hot: (w: CauseWords) => `${w.part} is hot: it has ${w.factor} the mean load, one key alone ${w.share} of all queries`,
    limit: (w: CauseWords) => `${w.part} turns ${w.refused} away by its limit`,
    booting: (w: CauseWords) => `${w.part} is full, and ${w.by} has not caught up: ${w.count} are starting`,
    strays: (w: CauseWords) => `${w.part} still follow an outdated answer`,
    pool: (w: CauseWords) =>
      `all ${w.count} connections from ${w.part} to ${w.to} are in use, and ${w.waiting} wait for one; ${w.to} has time`,
    site: (w: CauseWords) =>
      `${w.group} has been down since ${w.since}${w.by && `; ${w.by} still sends people there until their answers run out (${w.seconds})`}`,
    failover: (w: CauseWords) => `${w.part} has had no primary since ${w.since}`,
    storm: (w: CauseWords) =>
      `${w.part} works on calls that nobody waits for: everybody tries ${w.factor} as often as before, the trigger is long gone`,
    cold: (w: CauseWords) => `${w.part} has lost its rows: ${w.share} hits, ${w.usual} before; ${w.full} cannot do the rest`,
    impatience: (w: CauseWords) => `${w.part} gives up on ${w.to} after ${w.seconds}, and an answer takes ${w.takes}`,
    wrong: (w: CauseWords) => `${w.part} answers ${w.share} of its calls with an error, and nobody behind it does`,
    crash: (w: CauseWords) => `${w.part} has been down since ${w.since}${w.full && `; ${w.full} cannot do its work`}`,
    hang: (w: CauseWords) => `${w.part} has been silent since ${w.since}: callers wait their whole patience`,
    slow: (w: CauseWords) => `${w.part} has been ${w.factor} slower since ${w.since}${w.full && `; ${w.full} fills up`}`,
    struck: (w: CauseWords) => `${w.fault} at ${w.part} since ${w.since}${w.full && `; ${w.full} fills up`}`,
    'link-struck': (w: CauseWords) => `${w.fault} between ${w.by} and ${w.to} since ${w.since}`,
    release: (w: CauseWords) => `a bad version on ${w.part} since ${w.since}`,
  },
};
