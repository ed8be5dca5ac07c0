/**
 * Model B, hard-coded: 1200/s -> round robin -> 8 web servers (4 servers each, 20 ms, queue <= 100) -> cache (hit 80 %) ->
 * on a miss a database (16 servers, 40 ms) -> answer. Every leg is an exponential 0.5 ms hop. End-to-end histogram and one
 * utilization per station, nothing else.
 */

import { bucketOf, createHeap, createLuck } from './bareKit.ts';

const LB = 0;
const WEB = 1;
const WEB_DONE = 2;
const CACHE = 3;
const DB = 4;
const DB_DONE = 5;
const HOME = 6;
const ARRIVAL = 7;

export function runBareB(requests: number, seed: number) {
  const { uniform, exponential } = createLuck(seed);
  const heap = createHeap(1 << 16);
  const capacity = 1 << 16;
  const bornAt = new Float64Array(capacity);
  const webOf = new Int32Array(capacity);
  const next = new Int32Array(capacity);
  for (let i = 0; i < capacity; i++) next[i] = i + 1;
  let free = 0;
  const busy = new Int32Array(9);
  const waiting = new Int32Array(9);
  const head = new Int32Array(9).fill(-1);
  const tail = new Int32Array(9).fill(-1);
  const area = new Float64Array(9);
  const since = new Float64Array(9);
  const latency = new Float64Array(4096);
  let turn = 0;
  let done = 0;
  let shed = 0;
  let missed = 0;
  let sum = 0;
  let now = 0;
  const hop = (what: number, call: number) => heap.push(now + exponential() * 0.0005, (call << 3) | what);
  const meter = (s: number) => {
    area[s] += busy[s] * (now - since[s]);
    since[s] = now;
  };
  const enter = (s: number, servers: number, mean: number, what: number, call: number, limit: number) => {
    if (busy[s] < servers) {
      meter(s);
      busy[s]++;
      heap.push(now + exponential() * mean, (call << 3) | what);
      return true;
    }
    if (waiting[s] >= limit) return false;
    waiting[s]++;
    if (tail[s] < 0) head[s] = call;
    else next[tail[s]] = call;
    tail[s] = call;
    next[call] = -1;
    return true;
  };
  const leave = (s: number, mean: number, what: number) => {
    const call = head[s];
    if (call < 0) {
      meter(s);
      busy[s]--;
      return;
    }
    head[s] = next[call];
    if (head[s] < 0) tail[s] = -1;
    waiting[s]--;
    heap.push(now + exponential() * mean, (call << 3) | what);
  };
  heap.push(exponential() / 1200, ARRIVAL);
  while (done < requests) {
    now = heap.peek();
    const event = heap.take();
    const call = event >> 3;
    switch (event & 7) {
      case ARRIVAL: {
        heap.push(now + exponential() / 1200, ARRIVAL);
        const c = free;
        free = next[c];
        bornAt[c] = now;
        hop(LB, c);
        break;
      }
      case LB:
        webOf[call] = turn;
        turn = (turn + 1) & 7;
        hop(WEB, call);
        break;
      case WEB:
        if (!enter(webOf[call], 4, 0.02, WEB_DONE, call, 100)) {
          shed++;
          next[call] = free;
          free = call;
        }
        break;
      case WEB_DONE:
        leave(webOf[call], 0.02, WEB_DONE);
        hop(CACHE, call);
        break;
      case CACHE:
        if (uniform() < 0.8) hop(HOME, call);
        else {
          missed++;
          hop(DB, call);
        }
        break;
      case DB:
        enter(8, 16, 0.04, DB_DONE, call, 1e9);
        break;
      case DB_DONE:
        leave(8, 0.04, DB_DONE);
        hop(HOME, call);
        break;
      default: {
        const seconds = now - bornAt[call];
        sum += seconds;
        latency[bucketOf(seconds)]++;
        done++;
        next[call] = free;
        free = call;
      }
    }
  }
  return { requests: done, shed, logicalEvents: 7 * done + 3 * missed, meanMs: (sum / done) * 1000, utilization: area[0] / (4 * now) };
}
