/**
 * How far apart colours look, for tests of the tokens: contrast (WCAG 2.2), colour differences (CIEDE2000) and what people see who lack
 * a kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). All colours are sRGB, `#rrggbb`.
 */

export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan';
type Triple = readonly [number, number, number];

/** Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, table 1; for linear RGB. */
const lacking: Readonly<Record<Exclude<Vision, 'normal'>, readonly [Triple, Triple, Triple]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
const within = (share: number): number => Math.min(1, Math.max(0, share));
const times = (row: Triple, [x, y, z]: Triple): number => row[0] * x + row[1] * y + row[2] * z;

/** Linear RGB, 0 to 1. Throws on what is no `#rrggbb`. */
export function linearOf(hex: string): Triple {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) throw new Error(`no colour: ${hex}`);
  const [r, g, b] = [0, 2, 4].map((at) => linear(Number.parseInt(digits.slice(at, at + 2), 16) / 255));
  return [r, g, b];
}

/** Relative luminance, 0 to 1. */
export const luminanceOf = (hex: string): number => times([0.2126, 0.7152, 0.0722], linearOf(hex));

/** WCAG 2.2: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const cubic = (share: number): number => (share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116);

/** CIE lightness of the luminance alone, 0 to 100: what is left on a grey screen. */
export const lightnessOf = (hex: string): number => 116 * cubic(luminanceOf(hex)) - 16;

/** CIELAB under D65, as somebody with this vision sees it. */
export function labOf(hex: string, vision: Vision = 'normal'): Triple {
  const seen = linearOf(hex);
  const rows = vision === 'normal' ? null : lacking[vision];
  const rgb: Triple = rows ? [within(times(rows[0], seen)), within(times(rows[1], seen)), within(times(rows[2], seen))] : seen;
  const x = cubic(times([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047);
  const y = cubic(times([0.2126729, 0.7151522, 0.072175], rgb));
  const z = cubic(times([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const radians = (angle: number): number => (angle * Math.PI) / 180;
const hueOf = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (degrees(Math.atan2(b, a)) + 360) % 360);
const pull = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

/** CIEDE2000 after Sharma, Wu and Dalal 2005, "The CIEDE2000 color-difference formula", equations 2 to 22. */
export function deltaE2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const g = 0.5 * (1 - pull((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [p1, p2] = [(1 + g) * a1, (1 + g) * a2];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const [h1, h2] = [hueOf(p1, b1), hueOf(p2, b2)];
  const isGrey = c1 * c2 === 0;
  const apart = h2 - h1;
  const dh = isGrey ? 0 : Math.abs(apart) <= 180 ? apart : apart > 180 ? apart - 360 : apart + 360;
  const sum = h1 + h2;
  const h = isGrey ? sum : Math.abs(apart) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63));
  const turn = -Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2)))) * 2 * pull(c);
  const light = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * c);
  const hue = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2))) / (1 + 0.015 * c * t);
  return Math.sqrt(light ** 2 + chroma ** 2 + hue ** 2 + turn * chroma * hue);
}

/** How far apart two colours look to somebody with this vision. */
export const apart = (one: string, other: string, vision: Vision): number => deltaE2000(labOf(one, vision), labOf(other, vision));
