import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNode, emptyDesign, setParam, setRecording } from './edits.ts';
import { parseFile, toFile } from './parse.ts';
import { importRecording } from './recording.ts';
import { problemsOf } from './rules.ts';
import { mostRecorded } from './tidyRecording.ts';

const read = (text: string, skipBadRows = false) => importRecording(text, { name: 'log.csv', skipBadRows });
const good = (text: string) => {
  const imported = read(text);
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  return imported.recording;
};
const problems = (text: string) => {
  const imported = read(text);
  return imported.ok ? [] : imported.problems.map(({ line, reason }) => `${line} ${reason}`);
};

describe('a table of requests', () => {
  it('is instants in seconds and demands in milliseconds', () => {
    expect(good('0,5\n0.001,4.5\n0.5,7')).toEqual({ name: 'log.csv', instants: [0, 0.001, 0.5], demandsMs: [5, 4.5, 7] });
    expect(good('0.5\n0.5\n2')).toEqual({ name: 'log.csv', instants: [0.5, 0.5, 2], demandsMs: [] });
  });

  it('may name its units in the head', () => {
    expect(good('arrival_ms,service_ms\n0,5\n1,4\n21,4')).toMatchObject({ instants: [0, 0.001, 0.021], demandsMs: [5, 4, 4] });
    expect(good('Zeit (s);Bedarf (s)\n0,25;0,5')).toMatchObject({ instants: [0.25], demandsMs: [500] });
    expect(good('at us\tneeds us\n1500\t250')).toMatchObject({ instants: [0.0015], demandsMs: [0.25] });
    expect(good('arrival\n3')).toMatchObject({ instants: [3] });
  });

  it('counts dates and clocks from the first row', () => {
    expect(good('2014-04-10 00:00:01.5,3\n2014-04-10 00:00:02,3')).toMatchObject({ instants: [0, 0.5] });
    expect(good('1700000000000\n1700000000250')).toMatchObject({ instants: [0, 0.25] });
  });

  it('is refused with the line of everything that is wrong', () => {
    expect(problems('at,needs\n0,5\n-1,5\n1,x\n1,-2\n1,\nsoon,3\n2\n0.5,1\n3,1')).toEqual([
      '3 negative',
      '4 not-a-number',
      '5 negative',
      '6 missing-value',
      '7 bad-time',
      '8 columns',
    ]);
    expect(problems('1\n0.5')).toEqual(['2 time-backwards']);
    expect(problems('')).toEqual(['0 empty']);
    expect(problems('arrival\n')).toEqual(['0 empty']);
    expect(problems('1\n'.repeat(mostRecorded + 1))).toEqual(['0 too-many']);
    expect(problems('1'.repeat(9_000_000))).toEqual(['0 too-big']);
  });

  it('may leave bad rows out on request', () => {
    expect(read('0\nx y\n1', true)).toMatchObject({ ok: true, rows: 2, skipped: 1, problems: [{ line: 2, reason: 'bad-time' }] });
  });

  it('never throws, and gives what a design keeps', () => {
    const odd = fc.array(fc.constantFrom('1', '2.5', ',', ';', '\t', '\n', '"', '-', 'ms', '2014-04-10 00:00:00', 'NaN', '1e400'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(odd, (pieces) => {
        const imported = read(pieces.join(''), true);
        if (!imported.ok) return;
        const design = setRecording(emptyDesign(), imported.recording);
        expect(parseFile(toFile(design))).toMatchObject({ ok: true, design, repairs: [] });
      }),
    );
  });
});

describe('a recording in a design', () => {
  const users = addNode(emptyDesign(), 'users', { x: 0, y: 0 });
  const id = users.nodes[0].id;
  const recording = { name: 'log', instants: [0, 1], demandsMs: [] };

  it('is sent by the first population, until it is dropped', () => {
    const replayed = setRecording(setParam(users, id, 'loop', 'closed'), recording);
    expect(replayed.nodes[0].params).toMatchObject({ arrivals: 'recorded', loop: 'open' });
    expect(setRecording(replayed, null)).toMatchObject({ workload: { recording: null }, nodes: [{ params: { arrivals: 'poisson' } }] });
  });

  it('or by the one that is named', () => {
    const two = addNode(users, 'users', { x: 0, y: 200 });
    expect(setRecording(two, recording, two.nodes[1].id).nodes.map(({ params }) => params.arrivals)).toEqual(['poisson', 'recorded']);
  });

  it('is missed where somebody is to send it', () => {
    const codes = problemsOf(setParam(users, id, 'arrivals', 'recorded')).map(({ code }) => code);
    expect(codes).toContain('recording-missing');
    expect(codes).not.toContain('no-traffic');
  });

  it('is mended where a file is wrong', () => {
    const file = (given: unknown) => JSON.stringify({ ...users, workload: { ...users.workload, recording: given } });
    const opened = (given: unknown) => {
      const parsed = parseFile(file(given));
      if (!parsed.ok) throw new Error('refused');
      return { kept: parsed.design.workload.recording, repairs: parsed.repairs.map(({ code }) => code) };
    };
    expect(opened({ name: 'x', instants: [2, 1, 'a', 3.0000004], demandsMs: [1] })).toEqual({
      kept: { name: 'x', instants: [2, 2, 2, 3], demandsMs: [] },
      repairs: ['bad-number', 'bad-number', 'bad-number', 'bad-recording'],
    });
    expect(opened({ name: 'x', instants: [] })).toEqual({ kept: null, repairs: ['bad-recording'] });
    expect(parseFile(file({ name: 'x', instants: new Array(mostRecorded + 1).fill(0) }))).toMatchObject({
      ok: false,
      problem: { code: 'too-big', what: 'recording' },
    });
  });
});
