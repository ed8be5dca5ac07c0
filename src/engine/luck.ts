/**
 * Chance, named and numbered. A draw is a pure function of (stream, counter, salt): the stream is named by seed, node and
 * purpose, the counter is usually the request's number. So no draw depends on who drew before: adding or editing one part
 * leaves the luck of every other alone, two designs meet the same users, keys and service times (common random numbers),
 * and a snapshot has no generator state to keep.
 *
 * The bits come from two published 32-bit permutations in a row (triple32 and lowbias32, Wellons 2018, found by search for
 * least avalanche bias), keyed by 64 bits; `luck.test.ts` holds them to chi-square, correlation and moment tests.
 */

import { exp, log } from './math.ts';
import { Real } from './real.ts';

/**
 * Two words, and their upper and lower halves: a whole number of more than 30 bits is an object to browsers that compress pointers, and to
 * make it whole again takes longer than to put halves together.
 */
export interface Stream {
  readonly k0: number;
  readonly k1: number;
  readonly upper0: number;
  readonly lower0: number;
  readonly upper1: number;
  readonly lower1: number;
}

/** One permutation; also for whoever must tell salts apart. */
export function mix(h: number): number {
  h ^= h >>> 17;
  h = Math.imul(h, 0xed5ad4bb);
  h ^= h >>> 11;
  h = Math.imul(h, 0xac4c1b51);
  h ^= h >>> 15;
  h = Math.imul(h, 0x31848bab);
  return h ^ (h >>> 14);
}

/** The stream of a purpose, e.g. `streamOf(seed, 'web-1', 'service')`. Same names, same stream, on every machine. */
export function streamOf(...names: readonly string[]): Stream {
  let k0 = 0x6a09e667;
  let k1 = 0xbb67ae85 | 0;
  for (const name of names) {
    for (let i = 0; i < name.length; i++) {
      k0 = mix(k0 ^ name.charCodeAt(i));
      k1 = mix((k1 + k0) | 0);
    }
    // a separator no character equals, so that ('ab','c') and ('a','bc') differ
    k0 = mix(k0 ^ 0x10000);
    k1 = mix((k1 + k0) | 0);
  }
  return { k0, k1, upper0: k0 >> 16, lower0: k0 & 0xffff, upper1: k1 >> 16, lower1: k1 & 0xffff };
}

/*
 * Two words per draw, made one from the other. Plain functions of whole numbers, without a place to keep them in: a variable of the
 * module would be an object on the heap in browsers that compress pointers, as soon as a word has more than 30 bits.
 */

function firstWord(stream: Stream, h: number, salt: number): number {
  let g = ((h + Math.imul(salt + 1, 0x9e3779b9)) ^ stream.k1) | 0;
  g ^= g >>> 16;
  g = Math.imul(g, 0x7feb352d);
  g ^= g >>> 15;
  g = Math.imul(g, 0x846ca68b);
  return g ^ (g >>> 16);
}

function secondWord(stream: Stream, h: number, first: number): number {
  let g = ((first + stream.k0) ^ h) | 0;
  g ^= g >>> 16;
  g = Math.imul(g, 0x21f0aaad);
  g ^= g >>> 15;
  g = Math.imul(g, 0x735a2d97);
  return g ^ (g >>> 15);
}

/**
 * What was drawn last. A number with a fraction that a function returns is an object on the heap wherever the compiler does not fit the
 * function in, so what draws for every event takes `drawUniform(...).value`; the others need not care.
 */
const drawn = new Real();

/** Uniform on [0, 1) with 53 bits. `salt` tells apart several draws for one counter. */
export function uniform(stream: Stream, counter: number, salt: number): number {
  return drawUniform(stream, counter, salt).value;
}

/*
 * The draws below are made for every event, and have `mix` and the two words written out: in a page the compiler fits together a third of
 * what it does in the commands (docs/performance.md).
 */

/** As `uniform`, in a place that the next draw uses again. */
export function drawUniform(stream: Stream, counter: number, salt: number): Real {
  const k0 = (stream.upper0 << 16) | stream.lower0;
  const k1 = (stream.upper1 << 16) | stream.lower1;
  let h = counter ^ k0;
  h ^= h >>> 17;
  h = Math.imul(h, 0xed5ad4bb);
  h ^= h >>> 11;
  h = Math.imul(h, 0xac4c1b51);
  h ^= h >>> 15;
  h = Math.imul(h, 0x31848bab);
  h ^= h >>> 14;
  let first = (h + Math.imul(salt + 1, 0x9e3779b9)) ^ k1;
  first ^= first >>> 16;
  first = Math.imul(first, 0x7feb352d);
  first ^= first >>> 15;
  first = Math.imul(first, 0x846ca68b);
  first ^= first >>> 16;
  let second = (first + k0) ^ h;
  second ^= second >>> 16;
  second = Math.imul(second, 0x21f0aaad);
  second ^= second >>> 15;
  second = Math.imul(second, 0x735a2d97);
  second ^= second >>> 15;
  drawn.value = (first >>> 0) * 2.3283064365386963e-10 + (second >>> 11) * 1.1102230246251565e-16;
  return drawn;
}

/** Whole number in [0, n) for n up to 2^31. */
export function integerBelow(stream: Stream, counter: number, salt: number, n: number): number {
  return n === 1 ? 0 : (drawUniform(stream, counter, salt).value * n) | 0;
}

/* Ziggurats of 256 layers (Marsaglia and Tsang 2000), tables made with the engine's own log and exp. */
const layers = 256;
const exponentialEdge = 7.69711747013104972;
const exponentialArea = 0.0039496598225815571993;
const normalEdge = 3.6541528853610088;
const normalArea = 0.00492867323399;

function table(edge: number, area: number, density: (x: number) => number, inverse: (y: number) => number): [Float64Array, Float64Array] {
  const x = new Float64Array(layers + 1);
  const y = new Float64Array(layers + 1);
  x[0] = area / density(edge);
  x[1] = edge;
  for (let i = 2; i < layers; i++) x[i] = inverse(area / x[i - 1] + density(x[i - 1]));
  x[layers] = 0;
  for (let i = 0; i <= layers; i++) y[i] = density(x[i]);
  return [x, y];
}

const [expX, expY] = table(
  exponentialEdge,
  exponentialArea,
  (x) => exp(-x),
  (y) => -log(y),
);
const [normX, normY] = table(
  normalEdge,
  normalArea,
  (x) => exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * log(y)),
);

/** Salts above this are the ziggurats' own second tries; callers stay below. */
const retrySalt = 0x1000;

/** Exponential with mean 1. */
export function exponential(stream: Stream, counter: number, salt: number): number {
  return drawExponential(stream, counter, salt).value;
}

/** As `exponential`, in a cell: see `drawUniform`. */
export function drawExponential(stream: Stream, counter: number, salt: number): Real {
  const k0 = (stream.upper0 << 16) | stream.lower0;
  const k1 = (stream.upper1 << 16) | stream.lower1;
  let h = counter ^ k0;
  h ^= h >>> 17;
  h = Math.imul(h, 0xed5ad4bb);
  h ^= h >>> 11;
  h = Math.imul(h, 0xac4c1b51);
  h ^= h >>> 15;
  h = Math.imul(h, 0x31848bab);
  h ^= h >>> 14;
  let first = (h + Math.imul(salt + 1, 0x9e3779b9)) ^ k1;
  first ^= first >>> 16;
  first = Math.imul(first, 0x7feb352d);
  first ^= first >>> 15;
  first = Math.imul(first, 0x846ca68b);
  first ^= first >>> 16;
  let second = (first + k0) ^ h;
  second ^= second >>> 16;
  second = Math.imul(second, 0x21f0aaad);
  second ^= second >>> 15;
  second = Math.imul(second, 0x735a2d97);
  second ^= second >>> 15;
  const layer = first & 255;
  const x = ((first >>> 8) * 5.960464477539063e-8 + (second >>> 3) * 1.1102230246251565e-16) * expX[layer];
  drawn.value = x;
  // 99 of 100 end here
  if (!(x < expX[layer + 1])) exponentialAtEdge(stream, counter, salt, layer);
  return drawn;
}

/** The first point, in `drawn`, fell on a layer's edge: it is looked at closer, and others are drawn until one is in. */
function exponentialAtEdge(stream: Stream, counter: number, salt: number, firstLayer: number): void {
  let shift = 0;
  let layer = firstLayer;
  let x = drawn.value;
  for (let tries = 0; ; ) {
    if (layer === 0) {
      shift += exponentialEdge;
    } else {
      const u = uniform(stream, counter, salt + tries * retrySalt + retrySalt / 2);
      if (expY[layer] + u * (expY[layer + 1] - expY[layer]) < exp(-x)) break;
    }
    tries++;
    const h = mix(counter ^ stream.k0);
    const first = firstWord(stream, h, salt + tries * retrySalt);
    layer = first & 255;
    x = ((first >>> 8) * 5.960464477539063e-8 + (secondWord(stream, h, first) >>> 3) * 1.1102230246251565e-16) * expX[layer];
    if (x < expX[layer + 1]) break;
  }
  drawn.value = x + shift;
}

/** Standard normal. */
export function normal(stream: Stream, counter: number, salt: number): number {
  return drawNormal(stream, counter, salt).value;
}

/** As `normal`, in a cell: see `drawUniform`. */
export function drawNormal(stream: Stream, counter: number, salt: number): Real {
  const k0 = (stream.upper0 << 16) | stream.lower0;
  const k1 = (stream.upper1 << 16) | stream.lower1;
  let h = counter ^ k0;
  h ^= h >>> 17;
  h = Math.imul(h, 0xed5ad4bb);
  h ^= h >>> 11;
  h = Math.imul(h, 0xac4c1b51);
  h ^= h >>> 15;
  h = Math.imul(h, 0x31848bab);
  h ^= h >>> 14;
  let first = (h + Math.imul(salt + 1, 0x9e3779b9)) ^ k1;
  first ^= first >>> 16;
  first = Math.imul(first, 0x7feb352d);
  first ^= first >>> 15;
  first = Math.imul(first, 0x846ca68b);
  first ^= first >>> 16;
  let second = (first + k0) ^ h;
  second ^= second >>> 16;
  second = Math.imul(second, 0x21f0aaad);
  second ^= second >>> 15;
  second = Math.imul(second, 0x735a2d97);
  second ^= second >>> 15;
  const layer = first & 255;
  const sign = first & 256 ? -1 : 1;
  const x = ((first >>> 9) * 1.1920928955078125e-7 + (second >>> 2) * 1.1102230246251565e-16) * normX[layer];
  drawn.value = sign * x;
  if (!(x < normX[layer + 1])) normalAtEdge(stream, counter, salt, layer, sign);
  return drawn;
}

/** As `exponentialAtEdge`. */
function normalAtEdge(stream: Stream, counter: number, salt: number, firstLayer: number, firstSign: number): void {
  const h = mix(counter ^ stream.k0);
  let layer = firstLayer;
  let sign = firstSign;
  let x = sign * drawn.value;
  for (let tries = 0; ; ) {
    const again = salt + tries * retrySalt + retrySalt / 2;
    if (layer === 0) {
      // tail beyond the edge: Marsaglia 1964
      for (let k = 0; ; k += 2) {
        const a = -log(1 - uniform(stream, counter, again + k)) / normalEdge;
        const b = -log(1 - uniform(stream, counter, again + k + 1));
        if (b + b > a * a) {
          drawn.value = sign * (normalEdge + a);
          return;
        }
      }
    }
    const u = uniform(stream, counter, again);
    if (normY[layer] + u * (normY[layer + 1] - normY[layer]) < exp(-0.5 * x * x)) break;
    tries++;
    const first = firstWord(stream, h, salt + tries * retrySalt);
    layer = first & 255;
    sign = first & 256 ? -1 : 1;
    x = ((first >>> 9) * 1.1920928955078125e-7 + (secondWord(stream, h, first) >>> 2) * 1.1102230246251565e-16) * normX[layer];
    if (x < normX[layer + 1]) break;
  }
  drawn.value = sign * x;
}
