/** Closed networks: so many people, each of whom thinks, asks, waits for the answer and thinks again. Exact. */

export interface ClosedStation {
  /** Mean work per visit of the whole network: visits times service time. */
  demandSeconds: number;
  servers: number;
}

export interface ClosedNetwork {
  /** Requests answered per second. */
  throughput: number;
  /** Mean time from asking to the answer, in seconds. */
  response: number;
  stations: readonly { utilization: number; inside: number; response: number }[];
}

/** log(exp(a) + exp(b)) */
function logSum(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** Logarithm of a station's weight with n inside: D^n over the product of min(k, servers). */
function weightsOf({ demandSeconds, servers }: ClosedStation, customers: number): Float64Array {
  const weights = new Float64Array(customers + 1);
  for (let n = 1; n <= customers; n++) weights[n] = weights[n - 1] + Math.log(demandSeconds / Math.min(n, servers));
  return weights;
}

/** Adds a station to the normalising constants of 0 to N customers; beyond its servers its weights are geometric, which saves a loop. */
function withStation(constants: Float64Array, station: ClosedStation): Float64Array {
  const customers = constants.length - 1;
  const weights = weightsOf(station, Math.min(customers, station.servers));
  const ratio = Math.log(station.demandSeconds / station.servers);
  const found = new Float64Array(customers + 1);
  let beyond = -Infinity;
  for (let n = 0; n <= customers; n++) {
    let sum = -Infinity;
    for (let k = 0; k < Math.min(n + 1, station.servers); k++) sum = logSum(sum, weights[k] + constants[n - k]);
    if (n >= station.servers) beyond = logSum(beyond + ratio, weights[station.servers] + constants[n - station.servers]);
    found[n] = logSum(sum, beyond);
  }
  return found;
}

/**
 * Product-form solution with exponential (or shared) stations and any think time, by convolution in logarithms: Buzen (1973);
 * the same numbers as exact mean value analysis (Reiser & Lavenberg 1980), without its cancellation at many servers.
 * @param customers how many people
 * @param thinkSeconds mean time between an answer and the next request
 */
export function closedNetwork(customers: number, thinkSeconds: number, stations: readonly ClosedStation[]): ClosedNetwork {
  const thinking = new Float64Array(customers + 1).fill(-Infinity);
  thinking[0] = 0;
  if (thinkSeconds > 0) for (let n = 1; n <= customers; n++) thinking[n] = thinking[n - 1] + Math.log(thinkSeconds / n);
  const busy = stations.filter(({ demandSeconds }) => demandSeconds > 0);
  const whole = busy.reduce(withStation, thinking);
  const throughput = Math.exp(whole[customers - 1] - whole[customers]);
  return {
    throughput,
    response: customers / throughput - thinkSeconds,
    stations: stations.map((station) => {
      if (!(station.demandSeconds > 0)) return { utilization: 0, inside: 0, response: 0 };
      const others = busy.filter((other) => other !== station).reduce(withStation, thinking);
      const weights = weightsOf(station, customers);
      let inside = 0;
      for (let n = 1; n <= customers; n++) inside += n * Math.exp(weights[n] + others[customers - n] - whole[customers]);
      return { utilization: (throughput * station.demandSeconds) / station.servers, inside, response: inside / throughput };
    }),
  };
}
