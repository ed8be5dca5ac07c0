/**
 * Everything a run can change lives in arrays that are registered here, so that a snapshot is a copy of them and nothing
 * can be forgotten. A behaviour that keeps state in a plain variable breaks rewind; `snapshot.test.ts` would see it.
 */

export type Cells = Float64Array | Int32Array | Uint32Array | Uint8Array;

/**
 * Copies of all registered arrays, in the order of registration, each up to its last cell that is not zero; and how long those are that
 * may change their length. Opaque to everyone else.
 */
export type Snapshot = readonly Cells[];

interface Growable {
  owner: Record<string, unknown>;
  key: string;
  /** How many of its cells count, from the first on, the others being zero and of no interest; null = all, and the length itself counts. */
  used: (() => number) | null;
}

export class Memory {
  private readonly fixed: Cells[] = [];
  private readonly growable: Growable[] = [];
  private readonly plain: { owner: Record<string, number>; keys: readonly string[]; kind: typeof Int32Array | typeof Float64Array }[] = [];

  f64(length: number): Float64Array {
    return this.keep(new Float64Array(length));
  }

  i32(length: number): Int32Array {
    return this.keep(new Int32Array(length));
  }

  u8(length: number): Uint8Array {
    return this.keep(new Uint8Array(length));
  }

  /**
   * Registers plain fields that hold whole numbers of 31 bits: the engine's innermost loops read them faster than cells of an array
   * (docs/performance.md). For all others, cells.
   */
  whole<K extends string>(owner: Record<K, number>, ...keys: readonly K[]): void {
    this.plain.push({ owner, keys, kind: Int32Array });
  }

  /** As `whole`, of numbers with fractions: of fields that never hold anything else, see `moments.ts`. */
  real<K extends string>(owner: Record<K, number>, ...keys: readonly K[]): void {
    this.plain.push({ owner, keys, kind: Float64Array });
  }

  /** Registers an array that its owner may replace by a longer one: the field is read anew at each snapshot. */
  grows<K extends string>(owner: Record<K, Cells>, ...keys: readonly K[]): void {
    for (const key of keys) this.growable.push({ owner, key, used: null });
  }

  /** As `grows`, of arrays in use only up to `used()`: a snapshot copies no more than that, and putting it back clears the rest. */
  growsTo<K extends string>(used: () => number, owner: Record<K, Cells>, ...keys: readonly K[]): void {
    for (const key of keys) this.growable.push({ owner, key, used });
  }

  snapshot(): Snapshot {
    return this.inUse().map((cells) => cells.slice());
  }

  /**
   * As `snapshot`, in pieces of about so many bytes: whoever must not be kept waiting does something else between two of them, but
   * nothing in here may change until the last.
   */
  *photograph(pieceBytes: number): Generator<undefined, Snapshot> {
    const copies: Cells[] = [];
    let since = 0;
    for (const cells of this.inUse()) {
      const copy = new (cells.constructor as new (length: number) => Cells)(cells.length);
      const piece = Math.max(1, Math.floor(pieceBytes / cells.BYTES_PER_ELEMENT));
      for (let at = 0; at < cells.length; at += piece) {
        if (since >= pieceBytes) {
          since = 0;
          yield;
        }
        const part = cells.subarray(at, at + piece);
        copy.set(part, at);
        since += part.byteLength;
      }
      copies.push(copy);
    }
    return copies;
  }

  /** Puts a snapshot of the same plan back. The snapshot stays good for further use. */
  restore(snapshot: Snapshot): void {
    this.fixed.forEach((cells, i) => {
      putBack(cells, snapshot[i]);
    });
    this.plain.forEach(({ owner, keys }, i) => {
      const saved = snapshot[this.fixed.length + i];
      keys.forEach((key, k) => {
        owner[key] = saved[k];
      });
    });
    const lengths = snapshot[snapshot.length - 1];
    this.growable.forEach(({ owner, key, used }, i) => {
      const saved = snapshot[this.fixed.length + this.plain.length + i];
      const cells = owner[key] as Cells;
      const fits = used === null ? cells.length === lengths[i] : cells.length >= lengths[i];
      if (fits) {
        putBack(cells, saved);
      } else {
        owner[key] = new (saved.constructor as new (length: number) => Cells)(lengths[i]);
        (owner[key] as Cells).set(saved);
      }
    });
  }

  /** What the arrays take, used or not, in bytes. */
  get bytes(): number {
    const growing = this.growable.map(({ owner, key }) => owner[key] as Cells);
    return [...this.fixed, ...growing].reduce((sum, cells) => sum + cells.byteLength, 0);
  }

  /** All that counts, in the order of registration. */
  private inUse(): Cells[] {
    const growing = this.growable.map(({ owner, key, used }) => {
      const cells = owner[key] as Cells;
      return used === null ? cells : cells.subarray(0, used());
    });
    const plain = this.plain.map(({ owner, keys, kind }) => new kind(keys.map((key) => owner[key])));
    const lengths = Int32Array.from(growing, ({ length }) => length);
    return [...this.fixed.map(upToZeros), ...plain, ...growing.map(upToZeros), lengths];
  }

  private keep<C extends Cells>(cells: C): C {
    this.fixed.push(cells);
    return cells;
  }
}

function putBack(cells: Cells, saved: Cells): void {
  cells.set(saved);
  cells.fill(0, saved.length);
}

/** An array without the zeros at its end: of tables with room to spare, often half. Compared bit by bit, because -0 equals 0. */
function upToZeros(cells: Cells): Cells {
  const bits = cells instanceof Uint8Array ? cells : new Int32Array(cells.buffer, cells.byteOffset, cells.byteLength >> 2);
  let end = bits.length;
  while (end > 0 && bits[end - 1] === 0) end--;
  return cells.subarray(0, Math.ceil((end * bits.BYTES_PER_ELEMENT) / cells.BYTES_PER_ELEMENT));
}

/** For owners of growing arrays: the old cells moved into a longer array. */
export function longer<C extends Cells>(old: C, fresh: C): C {
  fresh.set(old);
  return fresh;
}
