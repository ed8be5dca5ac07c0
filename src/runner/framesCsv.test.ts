import { expect, it } from 'vitest';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { framesCsv } from './framesCsv.ts';
import { runHeadless } from './headless.ts';

it('holds every number of every frame in full, and labels that a spreadsheet would run as text', () => {
  const { plan } = compile(templateNamed('balanced')!.design);
  const { layout, frames } = runHeadless(plan!, behaviors, { seconds: 6 });
  const labels = plan!.nodes.map((_, node) => (node === 1 ? '=cmd|calc' : `part "${node}"`));
  const csv = framesCsv(
    layout,
    frames,
    (node) => labels[node],
    (link) => `wire ${link}`,
  );
  const lines = csv.trimEnd().split('\r\n');
  expect(lines.length).toBe(frames.length + 1);
  expect(lines[0]).toMatch(/^start \(s\),end \(s\),/);
  expect(lines[0]).toContain(`"'=cmd|calc: `);
  expect(lines[0]).not.toMatch(/(^|,)[=+@-]/);
  expect(lines[0]).toContain('"part ""2""');
  const third = lines[3].split(',').map((cell) => (cell === '' ? -1 : Number(cell)));
  expect(third).toEqual([frames[2].start, frames[2].end, ...frames[2].values]);
});

it('leaves out what is inside parts that may not be looked into', () => {
  const { plan } = compile(templateNamed('balanced')!.design);
  const { layout, frames } = runHeadless(plan!, behaviors, { seconds: 2 });
  const of = (isShown: (node: number) => boolean) => framesCsv(layout, frames, (node) => `part ${node}`, String, isShown).split('\r\n');
  expect(of((node) => node !== 2)[0]).not.toContain('part 2');
  expect(of((node) => node !== 2)[0]).toContain('part 1');
  expect(of((node) => node !== 2)[1].split(',').length).toBe(of((node) => node !== 2)[0].split(',').length);
  expect(of(() => true)[0]).toContain('part 2');
});
