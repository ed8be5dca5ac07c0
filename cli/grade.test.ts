import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeHandIn } from '../src/design/assignment.ts';
import { encodeLink } from '../src/design/codec.ts';
import type { Design } from '../src/design/design.ts';
import { setParam } from '../src/design/edits.ts';
import { toFile } from '../src/design/parse.ts';
import { setTargets } from '../src/design/targets.ts';
import { makeAssignment, type OpenKey, openKey } from '../src/prompts/assignmentKey.ts';
import { promptEntries, readyPrompts } from '../src/prompts/registry.ts';
import { lone, paired, taskForTests } from '../src/prompts/taskForTests.ts';
import { CommandError } from './commandLine.ts';
import { grade } from './grade.ts';

/** A task so small that a seed takes a moment stands in the place of a real prompt's; single points take longer than all the rest. */
const chat = promptEntries.chat!;
const rubric = taskForTests.rubric.filter(({ id }) => id !== 'alone');
promptEntries.chat = {
  ...chat,
  prompt: async () => ({ ...(await chat.prompt()), ...taskForTests, id: 'chat', rubric }),
  references: async () => ({ underBuilt: lone, good: paired, overBuilt: paired }),
};

const folder = mkdtempSync(join(tmpdir(), 'faultline-grade-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const [loneLink, pairedLink] = [await encodeLink(lone), await encodeLink(paired)];
writeFileSync(at('own.json'), JSON.stringify(paired));
writeFileSync(
  at('sheet.csv'),
  [
    'name,link,prompt',
    `"=HYPERLINK(""http://x"")",https://x.org/#${loneLink},chat`,
    `Lee,${pairedLink},`,
    'Park,own.json,chat',
    `Choi,${pairedLink.slice(0, 60)},chat`,
    'Jung,my homework,chat',
    `Kang,${pairedLink},poker`,
    ',,',
    `Yoon,../../../etc/passwd,chat`,
    `Lim,<${loneLink}>,chat`,
  ].join('\r\n'),
);

const run = async (...args: string[]) => {
  const written: string[] = [];
  const text = await grade(args, null, (each) => written.push(each));
  return { text, written: written.join('') };
};
const why = (...args: string[]) =>
  run(...args).then(
    () => 'nothing was wrong',
    (error: unknown) => (error instanceof CommandError ? error.message : `threw ${String(error)}`),
  );
const usual = ['--prompt', 'chat', '--seeds', '2'] as const;

it('grades what can be graded, names every row that cannot, and says who looks like whom', async () => {
  const { text } = await run(at('sheet.csv'), ...usual, '--csv', at('marks.csv'));
  expect(text).toMatch(/^hand-ins +9, 4 graded on 2 seeds$/m);
  for (const rubbish of [
    'line 5 Choi: cut',
    'line 6 Jung: no link and no file',
    'line 7 Kang: no prompt "poker"',
    'line 8 : no link',
    'line 9 Yoon: no link and no file',
  ])
    expect(text).toContain(`- ${rubbish}`);
  expect(text).toContain('Not graded (5)');
  expect(text).toContain('Lee (3) same: Park (4)');
  expect(text).toContain('Lim (10) same: =HYPERLINK("http://x") (2)');

  const lines = readFileSync(at('marks.csv'), 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^\ufeffname,score,prompt,functional,/);
  // a spreadsheet takes no name for a formula
  expect(lines[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",/);
  expect(lines).toHaveLength(11);
  const scoreOf = (name: string) => Number(lines.find((line) => line.startsWith(name))?.split(',')[1]);
  expect(scoreOf('Lee')).toBe(scoreOf('Park'));
  expect(scoreOf('Lee')).toBeGreaterThan(scoreOf('Lim') + 20);
});

it('parts played on several machines come together to the same bytes, in any order', async () => {
  const whole = await run(at('sheet.csv'), ...usual, '--csv', at('whole.csv'));
  const json = await run(at('sheet.csv'), ...usual, '--json');
  const parts: string[] = [];
  for (const part of [1, 2, 3]) {
    const { text, written } = await run(at('sheet.csv'), ...usual, '--shard', `${part}/3`);
    expect(text).toBe('');
    writeFileSync(at(`part-${part}.jsonl`), written);
    parts.push(at(`part-${part}.jsonl`));
  }
  const [a, b, c] = parts;
  // seeds of one row lie in several parts
  const unitsOf = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{"unit"'));
  expect(parts.map((path) => unitsOf(path).length)).toEqual([2, 3, 3]);
  const merged = await run('--merge', c, a, b, '--csv', at('merged.csv'));
  expect(merged.text).toBe(whole.text);
  expect(readFileSync(at('merged.csv'))).toEqual(readFileSync(at('whole.csv')));
  expect((await run('--merge', a, b, c, '--json')).text).toBe(json.text);

  expect(await why('--merge', a, c)).toBe('Of 3 parts these are missing: 2.');
  expect(await why('--merge', a, b, c, a)).toBe('Part 1 of 3 is there twice.');
  const lines = readFileSync(a, 'utf8').trimEnd().split('\n');
  writeFileSync(at('cut.jsonl'), lines.slice(0, -1).join('\n'));
  expect(await why('--merge', at('cut.jsonl'), b, c)).toContain('was cut off');
  writeFileSync(at('hole.jsonl'), [...lines.slice(0, 1), ...lines.slice(2)].join('\n'));
  expect(await why('--merge', at('hole.jsonl'), b, c)).toContain(`holds ${lines.length - 3} of its ${lines.length - 2} lines`);
  writeFileSync(at('other.jsonl'), lines.join('\n').replace('"sheet":"', '"sheet":"x'));
  expect(await why('--merge', a, b, at('other.jsonl'))).toContain('is of another sheet');
  writeFileSync(at('five.jsonl'), lines.join('\n').replace('"seeds":2', '"seeds":5'));
  expect(await why('--merge', b, at('five.jsonl'), c)).toContain('is a part of another grading');
  expect(await why('--merge', at('sheet.csv'))).toContain('is no part of a grading');
});

it('says what is wrong with a command', async () => {
  expect(await why()).toContain('Usage');
  expect(await why(at('none.csv'))).toContain('no file that can be read');
  expect(await why(at('sheet.csv'), '--shard', '4/3')).toContain('--shard takes');
  expect(await why(at('sheet.csv'), '--prompt', 'poker')).toBe(`There is no prompt "poker". There is: ${readyPrompts.join(', ')}.`);
  expect(await why('--merge', at('part-1.jsonl'), '--seeds', '3')).toContain('was said when the parts were played');
  writeFileSync(at('empty.csv'), 'name,link\n');
  expect(await why(at('empty.csv'))).toBe('There is no hand-in in it.');
});

it('holds reference designs to what they should score', async () => {
  const told = await why('--references', '--prompt', 'chat', '--seeds', '1');
  expect(told).toMatch(/^chat +good +95 +>= 85/m);
  // too good for what is under-built: that is said
  expect(told).toMatch(/^chat +underBuilt +\S+ ! +<= 45/m);
});

it('marks hand-ins of an assignment with its key: signed or not, by the rules or not, on one machine or several', async () => {
  const exam = setTargets(
    { ...lone, seconds: 30, scenario: [{ at: 10, act: 'crash', node: 'web-1', instance: 0, seconds: 10 }] },
    { availabilityPercent: 80, monthlyUsd: 9000 },
  );
  const task = { id: 'hw', words: '', deadline: '', locked: ['users-1', 'db-1', 'l1'], free: [], kinds: null, traffic: true };
  const make = async (id: string) =>
    (await makeAssignment({ design: exam, task: { ...task, id }, hidden: { scenario: true, traffic: false }, salt: 'pepper' }))!;
  const [{ student, key }, other] = [await make('hw'), await make('hw-2')];
  const { hash } = (await openKey(key)) as OpenKey;
  writeFileSync(at('key.json'), toFile(key));
  const handIn = (design: Design, name = '', for_ = hash) => encodeLink({ ...design, assignment: writeHandIn(for_, name, '') });
  const good = setParam(student, 'web-1', 'instances', 3);
  const { assignment: _, ...unsigned } = good;
  writeFileSync(
    at('class.csv'),
    [
      'link,assignment',
      await handIn(good, '=Kim'),
      `${await handIn(setParam(student, 'db-1', 'replicas', 3), 'Lee')},HW 1`,
      await encodeLink(unsigned),
      await handIn(student, 'Choi', ((await openKey(other.key)) as OpenKey).hash),
    ].join('\r\n'),
  );
  const keyLink = await encodeLink(key);
  const marking = ['--assignment', keyLink, '--seeds', '2'] as const;
  const whole = await run(at('class.csv'), ...marking, '--csv', at('class-marks.csv'));
  expect(whole.text).toMatch(/^assignment {2}hw; what was hidden is what was promised$/m);
  expect(whole.text).toMatch(/^hand-ins +4, 3 graded on 2 seeds$/m);
  expect(whole.text).toContain('line 5 Choi: handed in for another assignment');
  const [head, kim, lee, nobody] = readFileSync(at('class-marks.csv'), 'utf8').split('\r\n');
  expect(head).toContain(',rules,');
  expect(kim).toMatch(/^"?'=Kim"?,100,hw,/);
  expect(lee).toMatch(/^Lee,50,hw,.*,db-1\.replicas was changed,/);
  expect(nobody).toMatch(/^,100,hw,.*,not handed in for this assignment,.*same: =Kim \(2\)/);

  const parts = [1, 2].map((part) => at(`class-${part}.jsonl`));
  for (const [i, path] of parts.entries()) writeFileSync(path, (await run(at('class.csv'), ...marking, '--shard', `${i + 1}/2`)).written);
  expect((await run('--merge', ...parts, '--assignment', at('key.json'))).text).toBe(whole.text);
  expect(await why('--merge', ...parts)).toContain('give its key with --assignment');
  expect(await why('--merge', ...parts, '--assignment', await encodeLink(other.key))).toContain('of another assignment than this key');
  expect(await why(at('class.csv'), '--assignment', await encodeLink(student))).toContain('no key of an assignment');
  expect(await why(at('class.csv'), '--assignment', keyLink, '--prompt', 'chat')).toContain('two tasks');
});
