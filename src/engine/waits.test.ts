import { expect, it } from 'vitest';
import { bucketOf } from './histogram.ts';
import { Waits, WaitTally } from './waits.ts';

/** Two nodes of one instance each; call n is at node n modulo 2, of class n modulo 4, and asks for key n modulo 3. */
function heard() {
  const numbers = Array.from({ length: 12 }, (_, call) => call);
  const net = {
    now: 0,
    calls: {
      to: numbers.map((n) => n % 2),
      arrivedAt: numbers.map((n) => n),
      cls: numbers.map((n) => n % 4),
      key: numbers.map((n) => n % 3),
    },
    instances: { nodeOf: [0, 1] },
  };
  const waits = new Waits(net as unknown as ConstructorParameters<typeof Waits>[0], 1);
  waits.countKeys(3);
  return { net, waits };
}

const plain = ({ counts, totals, sums, keys, total, none, sum, squares, left, leftSum, ended, endedSum, slowdownSum }: WaitTally) => ({
  counts: [...counts].flatMap((count, bucket) => (count > 0 ? [[bucket, count]] : [])),
  byClass: [...totals, ...sums],
  keys: [...keys],
  rest: { total, none, sum, squares, left, leftSum, ended, endedSum, slowdownSum },
});

function play({ net, waits }: ReturnType<typeof heard>): void {
  net.now = 3;
  waits.hear(3);
  net.now = 9;
  for (const call of [4, 5, 7]) waits.hear(call);
  for (const call of [8, 1]) waits.leave(call);
  for (const call of [6, 3, 5]) waits.end(call, 2);
  waits.end(7, 0);
  waits.takeUp(0, 100, 1);
  waits.takeUp(1, 10, 2);
  waits.done(0, 100);
  waits.done(1, 20);
}

it('hears what happens at its own node, and nothing else', () => {
  const all = heard();
  play(all);
  expect(plain(all.waits)).toEqual({
    counts: [
      [0, 1],
      [bucketOf(2), 1],
      [bucketOf(4), 1],
      [bucketOf(10), 1],
    ],
    // class 1: call 5 after 4 s; 2: what was taken up; 3: calls 3 and 7
    byClass: [0, 1, 1, 2, 0, 4, 10, 2],
    keys: [1, 1, 1],
    // slowdown: 6 s and 4 s for 2 s of work; call 7 had none
    rest: { total: 4, none: 1, sum: 16, squares: 120, left: 1, leftSum: 8, ended: 4, endedSum: 6 + 4 + 2 + 20, slowdownSum: 5 },
  });
});

it('adds up to what one would be that heard both, and forgets everything', () => {
  const [one, two, both] = [heard(), heard(), heard()];
  play(one);
  play(two);
  play(both);
  play(both);
  const sum = new WaitTally();
  sum.merge(one.waits);
  sum.merge(two.waits);
  expect({ ...plain(sum), keys: 0 }).toEqual({ ...plain(both.waits), keys: 0 });
  both.waits.clear();
  expect(plain(both.waits)).toEqual(plain(heard().waits));
});
