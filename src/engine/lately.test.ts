import { describe, expect, it } from 'vitest';
import { Lately } from './lately.ts';
import { Memory } from './memory.ts';
import { packRows, unpackRows } from './rowsView.ts';

describe('rows written lately', () => {
  it('are the last twelve, each once, the newest first', () => {
    const lately = new Lately(new Memory());
    expect(lately.rows()).toEqual([]);
    for (const row of [0, 5, 5, 0, 7]) lately.add(row);
    expect(lately.rows()).toEqual([7, 5, 0]);
    for (let row = 100; row < 112; row++) lately.add(row);
    expect(lately.rows()).toEqual(Array.from({ length: 12 }, (_, i) => 111 - i));
  });

  it('cross to the page as numbers', () => {
    const samples = [
      { row: 3, newest: 41, versions: [41, 40, -1] },
      { row: 0, newest: 0, versions: [0, 0, 0] },
    ];
    expect(unpackRows(packRows(samples))).toEqual(samples);
    expect(unpackRows(packRows([]))).toEqual([]);
  });
});
