import { describe, expect, it } from 'vitest';
import { type Note, noteCodes } from '../engine/frame.ts';
import { clusterMarks, marksOf } from './marks.ts';

const note = (time: number, code: Note['code'], change: Partial<Note> = {}): Note => ({
  time,
  code,
  node: 0,
  instance: -1,
  value: 0,
  ...change,
});

describe('marks', () => {
  it('takes what happened to several instances at once as one event', () => {
    const marks = marksOf([note(5, 'crash', { instance: 0 }), note(5, 'crash', { instance: 2 }), note(5, 'crash', { node: 1 })]);
    expect(marks.map(({ node, instances }) => [node, instances])).toEqual([
      [0, [0, 2]],
      [1, []],
    ]);
  });

  it('adds up what was lost, and nothing else', () => {
    const marks = marksOf([
      note(5, 'writes-lost', { value: 3 }),
      note(5, 'writes-lost', { value: 4 }),
      note(6, 'slow', { instance: 0, value: 4 }),
      note(6, 'slow', { instance: 1, value: 4 }),
    ]);
    expect(marks.map(({ code, value }) => [code, value])).toEqual([
      ['writes-lost', 7],
      ['slow', 4],
    ]);
  });

  it('knows every code', () => {
    const marks = marksOf(noteCodes.map((code, i) => note(i, code)));
    for (const { tone } of marks) expect(['bad', 'good', 'plain']).toContain(tone);
    const [all] = clusterMarks(marks, () => 0, 20);
    expect(all.marks).toHaveLength(noteCodes.length);
    expect(all.loudest.code).toBe('overflow');
  });

  it('never puts two badges nearer than the gap, and loses none', () => {
    const marks = marksOf([0, 1, 4, 9, 10, 11, 30, 30.5].map((time) => note(time, 'change')));
    const clusters = clusterMarks(marks, (seconds) => seconds * 5, 20);
    const lefts = clusters.map(({ left }) => left);
    for (let i = 1; i < lefts.length; i++) expect(lefts[i] - lefts[i - 1]).toBeGreaterThanOrEqual(20);
    expect(clusters.flatMap((cluster) => cluster.marks)).toEqual(marks);
  });

  it('draws one line per moment', () => {
    const marks = marksOf([note(1, 'writes-lost'), note(1, 'promoted'), note(2, 'change')]);
    expect(clusterMarks(marks, (seconds) => seconds, 20)[0].lines.map(({ code }) => code)).toEqual(['promoted', 'change']);
  });

  it('gives a swarm of symptoms one line', () => {
    const marks = marksOf([note(1, 'desaturated'), note(1.1, 'saturated'), note(1.2, 'desaturated')]);
    expect(clusterMarks(marks, (seconds) => seconds, 20)[0].lines.map(({ time }) => time)).toEqual([1.1]);
  });

  it('lets the loudest speak', () => {
    const marks = marksOf([note(1, 'saturated'), note(1.1, 'crash'), note(1.2, 'marked-down')]);
    const [only] = clusterMarks(marks, (seconds) => seconds, 20);
    expect(only.loudest.code).toBe('crash');
    expect(only.lines.map(({ time }) => time)).toEqual([1.1]);
    expect(only.left).toBe(1);
  });
});
