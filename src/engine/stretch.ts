/** Columns that grow while a run goes on, without keeping whoever waits for it waiting. */

import { type Cells, longer } from './memory.ts';

/** Up to here columns double; longer ones grow by a quarter, for the sake of memory. */
const doublesUpTo = 1 << 12;

const pageBytes = 4096;
/** Cells that are taken into use between two looks. */
const lookEvery = 16;

/** The longer array that a column is to have next: made, but not filled. Its pages are had from the system little by little. */
interface Coming {
  column: number;
  cells: Cells;
  touchedBytes: number;
}

/** By owner. No state of the run: it holds nothing but zeros. */
const comings = new WeakMap<object, Coming>();

/**
 * Room for one more, for owners of columns of one length that fill from the first cell on. Columns are lengthened one after the other
 * while the last eighth fills: to copy all of them at once would keep whoever waits for the run waiting. So would a single large one
 * whose pages nobody has written to yet, since to get those takes far longer than to copy: they are written to beforehand. Only when
 * the room is spent (right after a snapshot was put back) all that are left follow at once.
 * @param keys the columns; the last is the last to be lengthened, and tells how much room there is
 * @param used how many there are
 * @param cells of each column for one; left out: 1
 */
export function stretch<K extends string>(owner: Record<K, Cells>, keys: readonly K[], used: number, cells: readonly number[] = []): void {
  const last = keys.length - 1;
  const room = owner[keys[last]].length / (cells[last] ?? 1);
  const eighth = room >> 3;
  const since = used - (room - eighth);
  if (since < 0) return;
  const step = Math.max(1, Math.floor(eighth / keys.length));
  if (used < room && since % Math.min(step, lookEvery) !== 0) return;
  const due = used < room ? Math.min(keys.length, Math.floor(since / step)) : keys.length;
  const length = Math.max(64, room + (room > doublesUpTo ? room >> 2 : room));
  for (let column = 0; column < due; column++) {
    const key = keys[column];
    const each = cells[column] ?? 1;
    if (owner[key].length <= room * each) owner[key] = longer(owner[key], comingOf(owner, key, column, length * each).cells);
  }
  if (due < keys.length) touch(comingOf(owner, keys[due], due, length * (cells[due] ?? 1)), (since - due * step + lookEvery) / step);
}

function comingOf<K extends string>(owner: Record<K, Cells>, key: K, column: number, length: number): Coming {
  const known = comings.get(owner);
  if (known !== undefined && known.column === column && known.cells.length === length) return known;
  const cells = new (owner[key].constructor as new (length: number) => Cells)(length);
  const coming = { column, cells, touchedBytes: 0 };
  comings.set(owner, coming);
  return coming;
}

/** Writes to a share of an array's pages, those included that were written to before. */
function touch(coming: Coming, share: number): void {
  const { cells } = coming;
  const end = Math.min(1, share) * cells.byteLength;
  for (; coming.touchedBytes < end; coming.touchedBytes += pageBytes) cells[coming.touchedBytes / cells.BYTES_PER_ELEMENT] = 0;
}
