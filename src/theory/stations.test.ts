/** Values of the reference cases (closed forms and numerically exact chains), each named by its case. Milliseconds there, seconds here. */

import { describe, expect, it } from 'vitest';
import { boundedStation, lossStation } from './boundedStation.ts';
import { erlangB, erlangC } from './erlang.ts';
import { endlessStation, generalStation, poissonQuantile, sharedStation } from './generalStation.ts';
import { constantPause, everyKth, exponentialQuantile, mixedPause, renewalStation } from './renewalStation.ts';
import { boundedParetoTime, erlangTime, exponentialTime, fixedTime, lognormalTime, mixedTime, spreadOf } from './serviceTime.ts';
import { markovStation, responseQuantile, waitQuantile } from './station.ts';

/** Relative to 1e-6. */
function close(found: number | null | undefined, expected: number): void {
  expect(found).not.toBeNull();
  expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected));
}

describe('M/M/c', () => {
  const cases = [
    {
      id: 'mm1-rho80',
      rate: 80,
      service: 0.01,
      servers: 1,
      wait: 40,
      inQueue: 3.2,
      chance: 0.8,
      p50: 34.65735902799727,
      p99: 230.2585092994046,
      p99Wait: 219.10133173369408,
    },
    {
      id: 'mm1-rho95',
      rate: 95,
      service: 0.01,
      servers: 1,
      wait: 190,
      inQueue: 18.05,
      chance: 0.95,
      p50: 138.62943611198895,
      p99: 921.0340371976174,
      p99Wait: 910.7753783201072,
    },
    {
      id: 'mmc-c2-rho80',
      rate: 80,
      service: 0.02,
      servers: 2,
      wait: 35.55555555555554,
      inQueue: 2.8444444444444437,
      chance: 0.711111111111111,
      p50: 40.800628918520815,
      p99: 238.74740472008534,
      p99Wait: 213.21217995087483,
    },
    {
      id: 'mmc-c4-rho80',
      rate: 80,
      service: 0.04,
      servers: 4,
      wait: 29.821623589370212,
      inQueue: 2.385729887149617,
      chance: 0.5964324717874043,
      p50: 53.84796215277237,
      p99: 275.72814995531996,
      p99Wait: 204.4190467369002,
    },
    {
      id: 'mmc-c64-rho95',
      rate: 608,
      service: 0.1,
      servers: 64,
      wait: 18.37534162218691,
      inQueue: 11.17220770628964,
      chance: 0.5880109319099815,
      p50: 90.04989814198623,
      p99: 484.203625326758,
      p99Wait: 127.3175139504811,
    },
    {
      id: 'mmc-c100-rho95-halfin-whitt',
      rate: 950,
      service: 0.1,
      servers: 100,
      wait: 10.129137078260397,
      inQueue: 9.622680224347377,
      chance: 0.5064568539130203,
      p50: 80.79158973740434,
      p99: 472.4387048949151,
      p99Wait: 78.4970808458867,
    },
  ];
  it.each(cases)('$id', ({ rate, service, servers, wait, inQueue, chance, p50, p99, p99Wait }) => {
    const station = { ratePerSecond: rate, serviceSeconds: service, servers };
    const means = markovStation(station);
    close(means?.waitChance, chance);
    close(means?.wait, wait / 1000);
    close(means?.response, wait / 1000 + service);
    close(means?.waiting, inQueue);
    close(means?.inside, inQueue + rate * service);
    close(means?.utilization, (rate * service) / servers);
    close(responseQuantile(station, 0.5), p50 / 1000);
    close(responseQuantile(station, 0.99), p99 / 1000);
    close(waitQuantile(station, 0.99), p99Wait / 1000);
  });

  it('has no steady state at full load', () => {
    expect(markovStation({ ratePerSecond: 100, serviceSeconds: 0.01, servers: 1 })).toBeNull();
    expect(responseQuantile({ ratePerSecond: 200, serviceSeconds: 0.01, servers: 2 }, 0.5)).toBeNull();
  });

  it('waits hardly ever among ten thousand servers, and stays a number', () => {
    expect(erlangC(10_000, 9_000)).toBeGreaterThanOrEqual(0);
    expect(erlangC(10_000, 9_990)).toBeGreaterThan(0.5);
    expect(erlangB(10_000, 20_000)).toBeCloseTo(0.5, 3);
  });

  it('has the right quantile when both of its rates are one', () => {
    // 2 servers of rate 1, arrivals of rate 1: the drain rate is the service rate
    const station = { ratePerSecond: 1, serviceSeconds: 1, servers: 2 };
    const near = { ...station, ratePerSecond: 1 + 1e-6 };
    expect(responseQuantile(station, 0.9)).toBeCloseTo(responseQuantile(near, 0.9) as number, 4);
  });
});

describe('M/M/c/K and Erlang B', () => {
  it.each([
    {
      id: 'mm4k12-overload',
      rate: 110,
      service: 0.04,
      servers: 4,
      room: 12,
      blocked: 0.13870610247226856,
      throughput: 94.74232872805045,
      inside: 7.855975147910602,
      response: 82.91937989470884,
    },
    {
      id: 'mm1k10-overload',
      rate: 120,
      service: 0.01,
      servers: 1,
      room: 10,
      blocked: 0.19258649512680595,
      throughput: 96.88962058478329,
      inside: 6.710708678369198,
      response: 69.26137844142954,
    },
    {
      id: 'mm1k11-jmt-example',
      rate: 9,
      service: 0.1,
      servers: 1,
      room: 11,
      blocked: 0.04373237361959643,
      throughput: 8.60640863742363,
      inside: 4.276903649083565,
      response: 496.9440598586167,
    },
  ])('$id', ({ rate, service, servers, room, blocked, throughput, inside, response }) => {
    const means = boundedStation({ ratePerSecond: rate, serviceSeconds: service, servers }, room);
    close(means.blocked, blocked);
    close(means.throughput, throughput);
    close(means.inside, inside);
    close(means.response, response / 1000);
    close(means.wait, response / 1000 - service);
    close(means.utilization, (throughput * service) / servers);
  });

  it.each([
    { id: 'erlangb-c10-a8', rate: 80, service: 0.1, servers: 10, blocked: 0.1216610642529515, inside: 7.026711485976388 },
    { id: 'erlangb-c50-deterministic', rate: 450, service: 0.1, servers: 50, blocked: 0.05410447216462616, inside: 42.56529875259182 },
    { id: 'erlangb-c20-lognormal', rate: 160, service: 0.1, servers: 20, blocked: 0.06441092478156991, inside: 14.96942520349488 },
  ])('$id', ({ rate, service, servers, blocked, inside }) => {
    const station = { ratePerSecond: rate, serviceSeconds: service, servers };
    close(lossStation(station).blocked, blocked);
    close(lossStation(station).inside, inside);
    close(boundedStation(station, servers).blocked, blocked);
  });

  it('becomes M/M/c with much room, and a fluid beyond what it can do', () => {
    const station = { ratePerSecond: 80, serviceSeconds: 0.04, servers: 4 };
    close(boundedStation(station, 1000).response, markovStation(station)?.response as number);
    const over = boundedStation({ ratePerSecond: 200, serviceSeconds: 0.01, servers: 1 }, 100_000);
    close(over.blocked, 0.5);
  });
});

describe('M/G/1', () => {
  it.each([
    { id: 'md1-rho80', rate: 80, service: fixedTime(0.01), wait: 20, sdWait: 23.094010767585033, sdResponse: 23.094010767585033 },
    {
      id: 'mg1-lognormal-cv05',
      rate: 80,
      service: lognormalTime(0.01, 0.5),
      wait: 25,
      sdWait: 29.755951785595226,
      sdResponse: 30.17311165038614,
    },
    { id: 'mg1-lognormal-cv2', rate: 60, service: lognormalTime(0.01, 2), wait: 37.5, sdWait: 87.5, sdResponse: 89.75661535508118 },
    { id: 'mg1-erlang4-rho80', rate: 80, service: erlangTime(0.01, 4), wait: 25, sdWait: 29.58039891549808, sdResponse: 30 },
    {
      id: 'mg1-bounded-pareto',
      rate: 50,
      service: boundedParetoTime(0.01, 1.5, 1000),
      wait: 54.42399896380913,
      sdWait: 214.35779215543187,
      sdResponse: 216.6512013283737,
    },
    {
      id: 'mg1-slow-queries',
      rate: 60,
      service: mixedTime([
        { share: 0.95, time: fixedTime(0.005) },
        { share: 0.05, time: fixedTime(0.105) },
      ]),
      wait: 43.125,
      sdWait: 68.99105467377643,
      sdResponse: 72.35168018090533,
    },
    {
      id: 'mh2-1-cv2-4',
      rate: 70,
      service: mixedTime([
        { share: 0.8872983346207417, time: exponentialTime(0.005635083268962916) },
        { share: 0.1127016653792583, time: exponentialTime(0.044364916731037084) },
      ]),
      wait: 58.33333333333334,
      sdWait: 89.83008652141247,
      sdResponse: 92.02958461519017,
    },
  ])('$id', ({ rate, service, wait, sdWait, sdResponse }) => {
    const means = generalStation(rate, service);
    close(means?.wait, wait / 1000);
    close(means?.waitDeviation, sdWait / 1000);
    close(means?.responseDeviation, sdResponse / 1000);
    close(means?.inside, rate * (wait / 1000 + service.mean));
  });

  it('mh2-1-cv2-4: squared spread of 4', () => {
    const service = mixedTime([
      { share: 0.8872983346207417, time: exponentialTime(0.005635083268962916) },
      { share: 0.1127016653792583, time: exponentialTime(0.044364916731037084) },
    ]);
    close(spreadOf(service) ** 2, 4);
    expect(spreadOf(fixedTime(1))).toBe(0);
  });

  it('mg1-ps-insensitive', () => close(sharedStation(70, 0.01)?.response, 0.03333333333333333));
  it('mm1-ps-rho80', () => close(sharedStation(80, 0.01)?.inside, 4));
  it('has no steady state at full load', () => {
    expect(generalStation(100, fixedTime(0.01))).toBeNull();
    expect(sharedStation(100, 0.01)).toBeNull();
  });

  it('mginf-serverless-concurrency', () => {
    close(endlessStation(200, 0.25).inside, 50);
    expect(poissonQuantile(50, 0.99)).toBe(67);
  });
});

describe('GI/M/1', () => {
  it('dm1-constant-rate-loadgen', () => {
    const means = renewalStation(constantPause(0.0125), 80, 0.01);
    close(means?.waitChance, 0.6286297964969463);
    close(means?.wait, 0.016927308399198946);
    close(exponentialQuantile(means?.response as number, 0.99), 0.12400483782889769);
  });

  it('h2m1-bursty-arrivals', () => {
    const pause = mixedPause([
      { share: 0.8872983346207417, mean: 0.008050118955661308 },
      { share: 0.1127016653792583, mean: 0.06337845247291013 },
    ]);
    close(renewalStation(pause, 70, 0.01)?.response, 0.06573051633728329);
  });

  it.each([
    { id: 'lb-round-robin-2', backends: 2, rate: 160, response: 38.439797669899086 },
    { id: 'lb-round-robin-4', backends: 4, rate: 320, response: 32.67383610319355 },
  ])('$id', ({ backends, rate, response }) => close(renewalStation(everyKth(backends, rate), 80, 0.01)?.response, response / 1000));

  it('is M/M/1 with exponential pauses', () => close(renewalStation(mixedPause([{ share: 1, mean: 1 / 80 }]), 80, 0.01)?.response, 0.05));
});

it('bounded Pareto: moments where the exponent is a whole number, too', () => {
  // x^-a over 1 to h: integrals of x^(k - a - 1)
  for (const index of [1, 2, 3]) {
    const { mean, second, third } = boundedParetoTime(0.02, index, 100);
    const near = boundedParetoTime(0.02, index + 1e-7, 100);
    expect(mean).toBe(0.02);
    expect(second / near.second).toBeCloseTo(1, 5);
    expect(third / near.third).toBeCloseTo(1, 5);
  }
  // index 1: density 1 / x^2 of 100 / 99, mean 100 / 99 log(100), second moment 100
  expect(boundedParetoTime(1, 1, 100).second).toBeCloseTo(100 / ((100 / 99) * Math.log(100)) ** 2, 9);
});
