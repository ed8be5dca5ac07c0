/** Values of the reference cases, each named by its case. Milliseconds there, seconds here. */

import { describe, expect, it } from 'vitest';
import { closedNetwork } from './closedNetwork.ts';
import { forkJoin, longestOf, longestQuantile } from './forkJoin.ts';
import { movedByJoining, movedByModulo, ringSpread } from './hashRing.ts';
import { openNetwork, trafficRates } from './openNetwork.ts';
import { rowQuantile } from './rowOfStations.ts';

function close(found: number | null | undefined, expected: number): void {
  expect(found).not.toBeNull();
  expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected));
}

describe('open networks', () => {
  it('tandem-web-app-db', () => {
    const row = [0.005, 0.008, 0.01].map((serviceSeconds, i) => ({
      outsidePerSecond: i === 0 ? 80 : 0,
      serviceSeconds,
      servers: 1,
      next: [0, 1, 2].map((j) => (j === i + 1 ? 1 : 0)),
    }));
    const found = openNetwork(row);
    close(found?.response, 0.08055555555555554);
    close(found?.stations[2].utilization, 0.8);
  });

  it('tandem-web-app-db: quantiles', () => {
    const row = [0.005, 0.008, 0.01].map((serviceSeconds) => ({ ratePerSecond: 80, serviceSeconds, servers: 1 }));
    close(rowQuantile(row, 0.5), 0.0673359049977613);
    close(rowQuantile(row, 0.95), 0.18802195489858747);
    close(rowQuantile(row, 0.99), 0.268728093948994);
    // equal stations: an Erlang time
    close(rowQuantile([row[0], row[0]], 0.5), 1.6783469900166608 / 120);
    expect(rowQuantile([row[0], { ...row[1], servers: 2 }], 0.5)).toBeNull();
  });

  it('jackson-gateway-app-db', () => {
    const found = openNetwork([
      { outsidePerSecond: 60, serviceSeconds: 0.002, servers: 1, next: [0, 1, 0] },
      { outsidePerSecond: 0, serviceSeconds: 0.02, servers: 4, next: [0, 0, 0.6] },
      { outsidePerSecond: 0, serviceSeconds: 0.01, servers: 2, next: [0, 1, 0] },
    ]);
    close(found?.response, 0.09655320281540183);
    close(found?.stations[1].inside, 4.528301886792448);
    close(found?.stations[1].ratePerSecond, 150);
    close(found?.stations[2].inside, 1.1285266457680247);
  });

  it('jackson-feedback-25', () =>
    close(openNetwork([{ outsidePerSecond: 60, serviceSeconds: 0.01, servers: 1, next: [0.25] }])?.response, 0.0666666666666667));

  it('jackson-ciw-cafe', () => {
    const found = openNetwork([
      { outsidePerSecond: 0.005, serviceSeconds: 60, servers: 1, next: [0, 0.3, 0.7] },
      { outsidePerSecond: 0.0033333333333333335, serviceSeconds: 150, servers: 2, next: [0, 0, 1] },
      { outsidePerSecond: 0, serviceSeconds: 120, servers: 2, next: [0, 0, 0] },
    ]);
    close(found?.response, 311.5904710508057);
  });

  it('refuses a network that nobody leaves', () => {
    expect(() =>
      trafficRates(
        [1, 0],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toThrow('never leave');
    expect(openNetwork([{ outsidePerSecond: 200, serviceSeconds: 0.01, servers: 1, next: [0] }])).toBeNull();
  });
});

describe('closed networks', () => {
  const row = [0.005, 0.008, 0.012].map((demandSeconds) => ({ demandSeconds, servers: 1 }));

  it('closed-50-users', () => {
    const found = closedNetwork(50, 1, row);
    close(found.throughput, 47.806489778791736);
    close(found.response, 0.045883105648584205);
    close(found.stations[2].inside, 1.274004023284182);
  });

  it('closed-150-users-saturated', () => {
    const found = closedNetwork(150, 1, row);
    close(found.throughput, 83.33333312985695);
    close(found.response, 0.8000000043950897);
    close(found.stations[2].utilization, 0.9999999975582834);
    close(found.stations[2].inside, 63.9523812821863);
  });

  it('closed-100-users-multiserver', () => {
    const found = closedNetwork(100, 2, [
      { demandSeconds: 0.05, servers: 4 },
      { demandSeconds: 0.015, servers: 1 },
    ]);
    close(found.throughput, 47.4775324321264);
    close(found.stations[0].inside, 2.7385797701287125);
    close(found.stations[1].inside, 2.3063553656184843);
  });

  it('machine-repair-20', () => {
    const found = closedNetwork(20, 0.2, [{ demandSeconds: 0.01, servers: 1 }]);
    close(found.throughput, 84.11080384580285);
    close(found.response, 0.03778158197923355);
  });

  it('stays a number with thousands of people and servers, where it is a fluid', () => {
    const found = closedNetwork(3000, 1, [{ demandSeconds: 0.5, servers: 500 }]);
    close(found.throughput, 1000);
    close(found.response, 2);
    // nobody thinks, stations alike: every way to place four people, weighed by the product form
    const stations = [
      { demandSeconds: 2, servers: 2 },
      { demandSeconds: 2, servers: 2 },
      { demandSeconds: 1, servers: 1 },
    ];
    const weight = (n: number, demand: number, servers: number): number =>
      n === 0 ? 1 : (weight(n - 1, demand, servers) * demand) / Math.min(n, servers);
    const sumsOf = (people: number) => {
      let all = 0;
      const inside = [0, 0, 0];
      for (let a = 0; a <= people; a++) {
        for (let b = 0; a + b <= people; b++) {
          const places = [a, b, people - a - b];
          const product = places.reduce((w, n, i) => w * weight(n, stations[i].demandSeconds, stations[i].servers), 1);
          all += product;
          places.forEach((n, i) => {
            inside[i] += n * product;
          });
        }
      }
      return { all, inside: inside.map((sum) => sum / all) };
    };
    const small = closedNetwork(4, 0, stations);
    close(small.throughput, sumsOf(3).all / sumsOf(4).all);
    small.stations.forEach(({ inside }, i) => {
      close(inside, sumsOf(4).inside[i]);
    });
    expect(closedNetwork(10, 1, [{ demandSeconds: 0, servers: 1 }]).stations[0].inside).toBe(0);
  });
});

describe('fork and join', () => {
  it('forkjoin-2-rho50 and forkjoin-2-rho80', () => {
    close(forkJoin(2, 50, 0.01)?.response, 0.02875);
    close(forkJoin(2, 80, 0.01)?.response, 0.07);
  });

  it('forkjoin-8-rho50', () => {
    const found = forkJoin(8, 50, 0.01);
    close(found?.response, 0.047848214285714285);
    close(found?.low, 0.02875);
    close(found?.high, 0.05435714285714285);
    expect(forkJoin(8, 100, 0.01)).toBeNull();
    // exact of two (Flatto and Hahn 1984), an approximation of more
    expect([1, 2, 3, 8].map((n) => forkJoin(n, 50, 0.01)?.isExact)).toEqual([true, true, false, false]);
  });

  it('scatter-gather-10 and scatter-gather-100-tail-at-scale', () => {
    close(longestOf(10, 0.01), 0.029289682539682538);
    close(longestQuantile(10, 0.01, 0.99), 0.06903236794476112);
    close(longestOf(100, 0.01), 0.05187377517639621);
    close(longestQuantile(100, 0.01, 0.5), 0.04975146840585799);
  });
});

describe('hash rings', () => {
  it.each([
    { id: 'chash-10-v1', nodes: 10, points: 1, spread: 0.9045340337332909 },
    { id: 'chash-10-v100', nodes: 10, points: 100, spread: 0.0948209311861521 },
    { id: 'chash-4-v150', nodes: 4, points: 150, spread: 0.07065182610835988 },
  ])('$id', ({ nodes, points, spread }) => close(ringSpread(nodes, points), spread));

  it('chash-10-v100 and reshard-modulo-4-5, 4-8, 10-11: keys that move', () => {
    close(movedByJoining(10), 0.09090909090909091);
    close(movedByModulo(4, 5), 0.8);
    close(movedByModulo(4, 8), 0.5);
    close(movedByModulo(10, 11), 0.9090909090909091);
  });
});
