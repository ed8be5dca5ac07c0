/**
 * Everything a run can change lives in arrays that are registered here, so that a snapshot is a copy of them and nothing
 * can be forgotten. A behaviour that keeps state in a plain variable breaks rewind; `snapshot.test.ts` would see it.
 */

export type Cells = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Copies of all registered arrays, in the order of registration. Opaque to everyone else. */
export type Snapshot = readonly Cells[];

interface Growable {
  owner: Record<string, unknown>;
  key: string;
}

export class Memory {
  private readonly fixed: Cells[] = [];
  private readonly growable: Growable[] = [];

  f64(length: number): Float64Array {
    return this.keep(new Float64Array(length));
  }

  i32(length: number): Int32Array {
    return this.keep(new Int32Array(length));
  }

  u8(length: number): Uint8Array {
    return this.keep(new Uint8Array(length));
  }

  /** Registers an array that its owner may replace by a longer one: the field is read anew at each snapshot. */
  grows<K extends string>(owner: Record<K, Cells>, ...keys: readonly K[]): void {
    for (const key of keys) this.growable.push({ owner, key });
  }

  snapshot(): Snapshot {
    return [...this.fixed.map((cells) => cells.slice()), ...this.growable.map(({ owner, key }) => (owner[key] as Cells).slice())];
  }

  /** Puts a snapshot of the same plan back. The snapshot stays good for further use. */
  restore(snapshot: Snapshot): void {
    this.fixed.forEach((cells, i) => {
      cells.set(snapshot[i]);
    });
    this.growable.forEach(({ owner, key }, i) => {
      owner[key] = snapshot[this.fixed.length + i].slice();
    });
  }

  private keep<C extends Cells>(cells: C): C {
    this.fixed.push(cells);
    return cells;
  }
}
