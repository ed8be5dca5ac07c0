/**
 * What a hard-coded simulation needs at the least: typed arrays, a heap, a generator. No product code, so that the bench
 * can say what the product's generality costs on the very machine it runs on.
 */

/** sfc32 (Doty-Humphrey 2010) with a ziggurat exponential: the fastest pair measured for this purpose. */
export function createLuck(seed: number) {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t;
  };
  for (let i = 0; i < 20; i++) next();
  const x = new Float64Array(257);
  const y = new Float64Array(257);
  const edge = 7.69711747013104972;
  const area = 0.0039496598225815571993;
  x[0] = area * Math.exp(edge);
  x[1] = edge;
  for (let i = 2; i < 256; i++) x[i] = -Math.log(area / x[i - 1] + Math.exp(-x[i - 1]));
  for (let i = 0; i < 257; i++) y[i] = Math.exp(-x[i]);
  const uniform = () => (next() >>> 0) * 2.3283064365386963e-10;
  const exponential = () => {
    let shift = 0;
    for (;;) {
      const w = next();
      const layer = w & 255;
      const v = (((w >>> 8) * 4294967296 + (next() >>> 0)) / 72057594037927936) * x[layer];
      if (v < x[layer + 1]) return v + shift;
      if (layer === 0) {
        shift += edge;
        continue;
      }
      if (y[layer] + uniform() * (y[layer + 1] - y[layer]) < Math.exp(-v)) return v + shift;
    }
  };
  return { uniform, exponential };
}

/** A binary heap of (time, what) with a deferred pop: the root stays a hole until the next push. */
export function createHeap(capacity: number) {
  const times = new Float64Array(capacity);
  const what = new Int32Array(capacity);
  let size = 0;
  let hole = false;
  const sink = (time: number, w: number) => {
    const half = size >> 1;
    let i = 0;
    while (i < half) {
      let down = 2 * i + 1;
      let t = times[down];
      if (down + 1 < size && times[down + 1] < t) {
        down++;
        t = times[down];
      }
      if (time <= t) break;
      times[i] = t;
      what[i] = what[down];
      i = down;
    }
    times[i] = time;
    what[i] = w;
  };
  return {
    push(time: number, w: number) {
      if (hole) {
        hole = false;
        sink(time, w);
        return;
      }
      let i = size++;
      while (i > 0) {
        const up = (i - 1) >> 1;
        if (times[up] <= time) break;
        times[i] = times[up];
        what[i] = what[up];
        i = up;
      }
      times[i] = time;
      what[i] = w;
    },
    /** Time of the next event; call before `take`. */
    peek() {
      if (hole) {
        hole = false;
        size--;
        if (size > 0) sink(times[size], what[size]);
      }
      return times[0];
    },
    take() {
      hole = true;
      return what[0];
    },
  };
}

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/** Log-linear bucket of a duration, 64 per octave. */
export function bucketOf(seconds: number): number {
  single[0] = seconds;
  const b = (bits[0] >> 17) - (103 << 6);
  return b < 0 ? 0 : b;
}
