import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';
import { Memory } from './memory.ts';

interface Write {
  row: number;
  told: boolean;
  lost: boolean;
}

/** The same book, kept naively: every write for ever, every question answered by looking through all. */
class Naive {
  writes: Write[] = [];

  asOf(row: number, upTo: number): number {
    for (let n = Math.min(upTo, this.writes.length); n > 0; n--) {
      const write = this.writes[n - 1];
      if (write.row === row && !write.lost) return n;
    }
    return 0;
  }

  lose(after: number): number {
    let acknowledged = 0;
    for (const write of this.writes.slice(after)) {
      if (!write.lost && write.told) acknowledged++;
      write.lost = true;
    }
    return acknowledged;
  }
}

const steps = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.record({ do: fc.constant('commit' as const), row: fc.integer({ min: 0, max: 5 }), told: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), back: fc.integer({ min: 0, max: 40 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('trim' as const), back: fc.integer({ min: 0, max: 60 }) }) },
  ),
  { minLength: 50, maxLength: 900 },
);

describe('ledger', () => {
  it('agrees with a book that keeps everything', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const ledger = new Ledger(new Memory());
        const naive = new Naive();
        let trimmed = 0;
        for (const step of script) {
          if (step.do === 'commit') {
            naive.writes.push({ row: step.row, told: step.told, lost: false });
            expect(ledger.commit(step.row, naive.writes.length / 10, step.told)).toBe(naive.writes.length);
          } else if (step.do === 'trim') {
            trimmed = Math.max(trimmed, Math.min(ledger.last, ledger.last - step.back));
            ledger.trim(trimmed);
          } else {
            const after = Math.max(trimmed, ledger.last - step.back);
            expect(ledger.lose(after)).toBe(naive.lose(after));
          }
          for (let row = 0; row < 6; row++) {
            expect(ledger.newestOf(row)).toBe(naive.asOf(row, ledger.last));
            const upTo = Math.floor((trimmed + ledger.last) / 2);
            expect(ledger.asOf(row, upTo)).toBe(naive.asOf(row, upTo));
          }
          for (let n = trimmed + 1; n <= ledger.last; n++) {
            expect(ledger.isLost(n)).toBe(naive.writes[n - 1].lost);
            expect(ledger.committedAt(n)).toBe(n / 10);
          }
        }
        expect(ledger.held).toBe(ledger.last - trimmed);
      }),
      { numRuns: 40 },
    );
  });

  it('is all in the memory', () => {
    const memory = new Memory();
    const ledger = new Ledger(memory);
    for (let n = 0; n < 700; n++) ledger.commit(n % 3000, n, true);
    const photo = memory.snapshot();
    for (let n = 0; n < 5000; n++) ledger.commit(n, n, true);
    expect(ledger.lose(100)).toBe(5600);
    memory.restore(photo);
    expect(ledger.last).toBe(700);
    expect(ledger.newestOf(699)).toBe(700);
    expect(ledger.lose(690)).toBe(10);
    expect(ledger.newestOf(699)).toBe(0);
  });
});
