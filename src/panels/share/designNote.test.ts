import { describe, expect, it } from 'vitest';
import { setLabel, setTitle } from '../../design/edits.ts';
import { designNoteEn } from '../../i18n/late/designNote.en.ts';
import { designNoteKo } from '../../i18n/late/designNote.ko.ts';
import { templateNamed } from '../../library/templates.ts';
import { behaviors } from '../../nodes/behaviors.ts';
import { compile } from '../../runner/compile.ts';
import { costOf } from '../../runner/cost.ts';
import { runHeadless } from '../../runner/headless.ts';
import { summarise } from '../../runner/summary.ts';
import { designNote, type NoteOf, plain } from './designNote.ts';
import { targetRows } from './targetRows.ts';

const { design } = templateNamed('balanced')!;
const { plan, index } = compile(design);
const played = runHeadless(plan!, behaviors, { seconds: 20 });
const summary = summarise({ plan: plan!, ...played });
const situation = { design, run: { plan: plan!, index, ...played, time: 20, done: [] } };
const duration = { microseconds: 'µs', milliseconds: 'ms', seconds: 's', minutes: 'min', hours: 'h' } as unknown as NoteOf['duration'];
const noteOf = (more: Partial<NoteOf> = {}): NoteOf => ({
  design,
  kindNames: {},
  summary,
  cost: costOf(design, summary),
  requirements: [],
  events: [],
  fingerprint: '0123456789abcdef',
  link: 'https://faultline.test/#a1.b.c.z',
  duration,
  ...more,
});

describe('a design note', () => {
  it('says what was measured, over which seconds and with which seed', () => {
    const note = designNote(noteOf(), designNoteEn, 'Untitled');
    expect(note).toMatch(new RegExp(`^# ${plain(design.title)}\n`));
    expect(note).toContain(`Measured from 0:00.0 to 0:20.0 of the run, seed ${design.seed}.`);
    for (const { label } of design.nodes) expect(note).toContain(`| ${plain(label)} |`);
    expect(note).toMatch(/\| Failed \| [\d.]+% \|/);
    expect(note).toMatch(/\| p99 \| [\d.]+\s?m?s \|/);
    expect(note).toContain('<https://faultline.test/#a1.b.c.z>');
    expect(note).toContain('0123456789abcdef');
    expect(designNote(noteOf(), designNoteKo, '제목 없음')).toContain('## 근거');
    expect(designNote(noteOf({ summary: null }), designNoteEn, 'Untitled')).toContain('It has not been run yet.');
  });

  it('judges what the design is to keep by what was measured, and leaves open what was not', () => {
    const cost = costOf(design, summary);
    const { latency } = summary.all;
    const targets = {
      p99Ms: latency.p99! * 1000 + 1,
      availabilityPercent: 99.9999,
      rtoSeconds: 5,
      monthlyUsd: cost.usdPerMonth - 1,
    };
    const rows = targetRows(targets, situation, designNoteEn, duration);
    const verdicts = Object.fromEntries(rows.map(({ name, isMet }) => [name, isMet]));
    expect(verdicts).toEqual({
      'p99 of response time': true,
      Availability: true,
      RTO: null,
      'Cost per month': false,
    });
    // a wish is not rounded to all
    expect(rows.find(({ name }) => name === 'Availability')?.wanted).toBe('≥ 99.9999%');
    const note = designNote(noteOf({ requirements: rows }), designNoteEn, 'Untitled');
    expect(note).toMatch(/\| p99 of response time \| ≤ .* \| met \|/);
    expect(note).toMatch(/\| RTO \| ≤ .* \| – \| not measured \|/);
    expect(note).toMatch(/\| Cost per month \| .* \| missed \|/);
    expect(targetRows({}, situation, designNoteEn, duration)).toEqual([]);
  });

  // 27: text that would be code somewhere else
  it('lets no name become a heading, a row, a link or HTML', () => {
    const nasty = '<img src=x onerror=alert(1)> | [x](javascript:alert(1)) `$(rm)` # *b*\n# Second';
    const named = setTitle(setLabel(design, 'web-1', nasty), nasty);
    const note = designNote(noteOf({ design: named, events: [{ at: 3, text: nasty }] }), designNoteEn, 'Untitled');
    expect(note).not.toMatch(/(?<!\\)<img|(?<!\\)\[x\]/);
    expect(note.split('\n').filter((line) => line.startsWith('# ')).length).toBe(1);
    const row = note.split('\n').find((line) => line.includes('onerror') && line.startsWith('|'));
    expect(row?.match(/(?<!\\)\|/g)?.length).toBe(5);
  });
});
