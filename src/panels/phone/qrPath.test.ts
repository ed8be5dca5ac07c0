import { expect, it } from 'vitest';
import { codePath } from './qrPath.ts';

it('draws every dark square once and no light one', () => {
  const rows = [
    [true, true, false, true],
    [false, false, false, false],
    [false, true, true, true],
  ];
  expect(codePath(rows)).toBe('M0,0h2v1h-2zM3,0h1v1h-1zM1,2h3v1h-3z');
});
