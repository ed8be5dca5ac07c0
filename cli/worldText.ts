/** A world as JSON and back, to the last bit: a gap (NaN) is null there, and arrays of numbers are lists. */

import type { World } from '../src/runner/world.ts';

type Numbers = readonly (number | null)[];

export type PackedWorld = Omit<World, 'latency' | 'utilization' | 'course'> & {
  latency: readonly number[];
  utilization: Numbers;
  course: { stretchSeconds: number; p99: Numbers; goodput: Numbers; failed: Numbers };
};

const packed = (numbers: Float64Array): Numbers => Array.from(numbers, (number) => (Number.isNaN(number) ? null : number));
const unpacked = (numbers: Numbers): Float64Array => Float64Array.from(numbers, (number) => number ?? Number.NaN);

export function packWorld({ latency, utilization, course, ...rest }: World): PackedWorld {
  const { stretchSeconds, p99, goodput, failed } = course;
  return {
    ...rest,
    latency: Array.from(latency),
    utilization: packed(utilization),
    course: { stretchSeconds, p99: packed(p99), goodput: packed(goodput), failed: packed(failed) },
  };
}

export function unpackWorld({ latency, utilization, course, ...rest }: PackedWorld): World {
  const { stretchSeconds, p99, goodput, failed } = course;
  return {
    ...rest,
    latency: Uint32Array.from(latency),
    utilization: unpacked(utilization),
    course: { stretchSeconds, p99: unpacked(p99), goodput: unpacked(goodput), failed: unpacked(failed) },
  };
}
