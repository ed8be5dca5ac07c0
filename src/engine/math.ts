/**
 * The engine's own elementary functions. ECMAScript leaves the last digits of Math.log, exp, pow, sin and cos to the
 * browser; these use only + - x / and so give the same bits everywhere. Ports of fdlibm 5.3 (Sun Microsystems, 1993,
 * freely usable with its notice): e_log.c, e_exp.c, k_sin.c, k_cos.c; error below 1 ulp.
 */

import { Real } from './real.ts';

const double = new Float64Array(1);
const word = new Int32Array(double.buffer);
double[0] = 1;
/** Index of the high word: 1 on every machine with a browser today, asked rather than assumed. */
const high = word[1] === 0x3ff00000 ? 1 : 0;
const low = 1 - high;

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
const inverseLn2 = Math.LOG2E;

/** Natural logarithm. NaN below zero, -Infinity at zero. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let k = 0;
  double[0] = x;
  if (word[high] < 0x00100000) {
    // subnormal: scale up first
    k = -54;
    double[0] = x * 18014398509481984;
  }
  let hx = word[high];
  k += (hx >> 20) - 1023;
  hx &= 0x000fffff;
  const up = (hx + 0x95f64) & 0x100000;
  word[high] = hx | (up ^ 0x3ff00000);
  k += up >> 20;
  const f = double[0] - 1;
  if ((0x000fffff & (2 + hx)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
    const r = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - r : k * ln2High - (r - k * ln2Low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const t2 = z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const r = t2 + t1;
  if (((hx - 0x6147a) | (0x6b851 - hx)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
  }
  return k === 0 ? f - s * (f - r) : k * ln2High - (s * (f - r) - k * ln2Low - f);
}

/** 2^k for -1022 <= k <= 1023, by its bits. */
function powerOfTwo(k: number): number {
  word[low] = 0;
  word[high] = (k + 1023) << 20;
  return double[0];
}

const power = new Real();

/** e^x. Infinity above 709.78, 0 below -745.13. */
export function exp(x: number): number {
  power.value = x;
  expInPlace(power);
  return power.value;
}

/** Puts e^x in the place of x: for what draws at every event (`luck.ts`). */
export function expInPlace(place: Real): void {
  const x = place.value;
  if (x > 7.09782712893383973096e2) {
    place.value = Infinity;
    return;
  }
  if (x < -7.4513321910194110842e2) {
    place.value = 0;
    return;
  }
  let hi = x;
  let lo = 0;
  let k = 0;
  if (x > 0.34657359027997264 || x < -0.34657359027997264) {
    k = (inverseLn2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    hi = x - k * ln2High;
    lo = k * ln2Low;
  }
  const r = hi - lo;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) {
    place.value = 1 - ((r * c) / (c - 2) - r);
    return;
  }
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  if (k >= -1021) place.value = k === 1024 ? y * 2 * powerOfTwo(1023) : y * powerOfTwo(k);
  else place.value = y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}

/** x^y for x >= 0. Error grows with |y log x|; good to about 1e-14 for the weights and factors it serves. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  return exp(y * log(x));
}

function sineKernel(x: number): number {
  const z = x * x;
  return (
    x +
    z *
      x *
      (-1.66666666666666324348e-1 +
        z *
          (8.33333333332248946124e-3 +
            z *
              (-1.98412698298579493134e-4 +
                z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))))
  );
}

function cosineKernel(x: number): number {
  const z = x * x;
  return (
    1 -
    0.5 * z +
    z *
      z *
      (4.16666666666666019037e-2 +
        z *
          (-1.38888888888741095749e-3 +
            z *
              (2.48015872894767294178e-5 +
                z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))))
  );
}

/** cos(2 pi turns): the reduction to one turn is exact, so a day curve repeats to the bit. */
export function cosOfTurns(turns: number): number {
  const t = turns - Math.floor(turns);
  const eighths = Math.floor(t * 8 + 1) >> 1;
  const rest = (t - eighths * 0.25) * 6.283185307179586477;
  switch (eighths & 3) {
    case 0:
      return cosineKernel(rest);
    case 1:
      return -sineKernel(rest);
    case 2:
      return -cosineKernel(rest);
    default:
      return sineKernel(rest);
  }
}

/** sin(2 pi turns). */
export function sinOfTurns(turns: number): number {
  return cosOfTurns(turns - 0.25);
}
