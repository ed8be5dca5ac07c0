/** Model A, hard-coded: M/M/1, arrivals 800/s, service 1 ms. Response histogram and utilization, nothing else. */

import { bucketOf, createHeap, createLuck } from './bareKit.ts';

export function runBareA(requests: number, seed: number) {
  const { exponential } = createLuck(seed);
  const heap = createHeap(64);
  const arrivedAt = new Float64Array(1 << 20);
  const latency = new Float64Array(4096);
  let head = 0;
  let tail = 0;
  let done = 0;
  let busyArea = 0;
  let busySince = 0;
  let sum = 0;
  let now = 0;
  heap.push(exponential() / 800, 0);
  while (done < requests) {
    now = heap.peek();
    const what = heap.take();
    if (what === 0) {
      heap.push(now + exponential() / 800, 0);
      arrivedAt[tail & 0xfffff] = now;
      tail++;
      if (tail - head === 1) {
        busySince = now;
        heap.push(now + exponential() * 0.001, 1);
      }
      continue;
    }
    const seconds = now - arrivedAt[head & 0xfffff];
    head++;
    done++;
    sum += seconds;
    latency[bucketOf(seconds)]++;
    if (head < tail) heap.push(now + exponential() * 0.001, 1);
    else busyArea += now - busySince;
  }
  return { requests: done, logicalEvents: 3 * done, meanMs: (sum / done) * 1000, utilization: busyArea / now };
}
