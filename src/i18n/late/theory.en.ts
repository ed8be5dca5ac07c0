const metrics = {
  utilization: 'Utilization',
  response: 'Mean response',
  waiting: 'Waiting',
  inside: 'Inside',
  refused: 'Turned away',
  hitRatio: 'Hit ratio',
  throughput: 'Answered',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
};

const formulas = {
  'utilization-law': {
    name: 'Utilization law',
    words: 'Busy share = arrivals per second × mean service time ÷ servers. True of any design that keeps up.',
  },
  markov: {
    name: 'Erlang C',
    words:
      'Requests come by chance (Poisson), service times are exponential, all servers share one line, first come, first served. Mean wait = chance to wait × service time ÷ (servers − arrivals × service time).',
  },
  bounded: {
    name: 'M/M/c/K',
    words:
      'As Erlang C, but with room for only so many: who finds it full is turned away. Each number inside has its own probability, from balancing arrivals against services.',
  },
  loss: {
    name: 'Erlang B',
    words: 'No room to wait at all: who finds every server busy is turned away. Depends on the mean service time alone, not on its form.',
  },
  general: {
    name: 'Pollaczek–Khinchine',
    words:
      'One server, requests by chance, any service time. Mean wait = arrivals × mean of the squared service time ÷ (2 × idle share): the more service times scatter, the longer the line.',
  },
  endless: {
    name: 'M/G/∞',
    words: 'So many servers that nobody waits: the response is the service itself, and the number inside is arrivals × service time.',
  },
  shared: {
    name: 'Processor sharing',
    words: 'All inside share the server equally. Mean response = service time ÷ idle share, whatever the form of the service time.',
  },
  turns: {
    name: 'Every k-th request',
    words:
      'Round robin gives each server every k-th request: more even than chance, so the line is shorter than that of M/M/1. Exponential service, one server each.',
  },
  renewal: { name: 'GI/M/1', words: 'Pauses between requests are independent but not exponential; one server with exponential service.' },
  network: {
    name: 'Network of stations',
    words: 'Each station as if it stood alone (Jackson, Kelly), plus the wires: the answer takes the sum of all that it waits for.',
  },
  closed: {
    name: 'Closed network',
    words:
      'So many people, each of whom waits for the answer and thinks before asking again. Solved exactly (Buzen; the same as mean value analysis).',
  },
  lru: {
    name: 'Che’s approximation',
    words:
      'LRU: a key is found when it was asked for within the characteristic time, the time in which just as many different keys are asked for as there is room.',
  },
  fifo: {
    name: 'Che’s approximation for FIFO',
    words: 'An entry stays for the characteristic time after it was stored, however often it is read.',
  },
  ttl: {
    name: 'Time to live',
    words: 'Room for every key: each misses once, then hits until its entry is too old. Hits per miss = its rate × time to live.',
  },
  aging: {
    name: 'Che, with age and writes',
    words: 'As Che’s approximation; besides, an entry ends when its time to live is over or its row is written.',
  },
};

const reasons = {
  'not-steady': 'Traffic goes up and down here: there is no steady state that a formula could describe.',
  turns: 'Round robin deals requests in turns, not by chance; with these service times or several servers that has no formula.',
  arrivals: 'Requests do not come by chance (Poisson) here, and what comes has no simple formula.',
  least: 'Choosing the least busy instance has no exact formula.',
  named: 'Which part the resolver names changes from time to time.',
  steered: 'A tool changes its instances or their version during the run: no steady state that a formula could describe.',
  'several-servers': 'Several servers whose service times are not exponential have no exact formula.',
  'mixed-times': 'Kinds of requests with different service times at several servers have no exact formula.',
  'bounded-general': 'The line is bounded and often full, and service times are not exponential: no simple formula.',
  threads: 'Threads are held while others answer and may run out: no simple formula.',
  closed: 'Closed populations have a formula only with one population, exponential service and no cache on the way.',
  'copies-apply': 'Replicas also apply every write, in batches: no formula for their line.',
  'handed-out': 'Jobs are fetched by whoever has room, not sent by chance: no formula for the line.',
  'several-places': 'It stands in several places, each with copies and callers of its own: no formula for the whole.',
  'keys-dealt': 'Keys are dealt over several by hash, and some are hotter than others: no simple formula.',
  'rows-together': 'Rows are asked for in fixed company, not each by itself: no formula for the hit ratio.',
  policy: 'This replacement policy has no simple formula here.',
  small: 'With so few entries the approximation would be poor.',
};

/** Words of "Theory beside simulation". */
export const theoryEn = {
  title: 'Theory beside simulation',
  theory: 'Theory',
  measured: 'Measured',
  metrics,
  formulas,
  reasons,
  upstream: (part: string) => `What leaves ${part} no longer comes by chance (Poisson): no exact formula.`,
  again: (part: string) => `${part} asks several times for one request: those calls do not come by chance.`,
  unknownTraffic: (part: string) => `How much ${part} sends here cannot be computed.`,
  turnedAway: (part: string) => `${part} turns requests away, so the whole answer has no formula.`,
  timeouts: (part: string) => `Callers may lose patience with ${part}: the formula holds only while nobody does.`,
  beyond: (part: string) => `The whole answer depends on ${part}, which no formula describes.`,
  setting: (name: string, part: string) => `“${name}” of ${part} is in use: textbook models do not know it.`,
  wire: (from: string, to: string) => `${from} → ${to}`,
  workload: 'traffic',
  broken: 'Something is broken right now: there is no steady state to compare with.',
  arrivals: 'arrivals',
  arrivalsEach: 'arrivals each',
  service: 'service',
  servers: (count: number) => (count === 1 ? '1 server' : `${count} servers`),
  notRun: 'Not measured yet.',
  few: 'too little data',
  unsettled: 'not settled',
  since: (from: string, seconds: string) => `Measured from ${from} on, over ${seconds}; ± is the 99% interval.`,
  converging: (share: string) => `Not converged yet: ±${share}. Let it run longer.`,
  agrees: 'agrees with theory',
  differs: (by: string) => `${by} from theory`,
  barLabel: (measured: string, low: string, high: string, theory: string, verdict: string) =>
    `Measured ${measured}, between ${low} and ${high}; theory ${theory}: ${verdict}`,
  approximately: 'an approximation',
  overload: (load: string, rate: string) => `${load} times as much work arrives as can be done. The line grows by ${rate}`,
  untilFull: (places: string) => `until its ${places} places are full; from then on as many are turned away.`,
  forEver: 'for as long as it lasts.',
  noSteadyState: 'No steady state:',
  little: 'Little’s law',
  littleWords: (inside: string, rate: string, response: string) => `${inside} inside = ${rate} × ${response}`,
  why: 'Why these numbers',
  assumed: 'Counted are frames since the last change; the warm-up is left out where the standard error is smallest (MSER-5).',
};
