import { afterEach, expect, it, vi } from 'vitest';
import { drawInTurn } from './turns.ts';

afterEach(() => vi.unstubAllGlobals());

it('draws one plot a frame, each as it was asked last, and asks for no frame when all are drawn', () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => frames.push(then));
  const drawn: string[] = [];
  const [a, b] = [{}, {}];
  drawInTurn(a, () => drawn.push('a, old'));
  drawInTurn(b, () => drawn.push('b'));
  drawInTurn(a, () => drawn.push('a'));
  expect(frames).toHaveLength(1);
  frames.shift()?.();
  expect(drawn).toEqual(['a']);
  frames.shift()?.();
  expect(drawn).toEqual(['a', 'b']);
  expect(frames).toHaveLength(0);
  drawInTurn(a, () => drawn.push('a again'));
  frames.shift()?.();
  expect(drawn).toEqual(['a', 'b', 'a again']);
});
