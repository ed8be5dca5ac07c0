import { beforeAll, expect, it } from 'vitest';
import type { NodeHealth } from '../../canvas/pulse.ts';
import { addGroup, addNode, connect, emptyDesign, setGroupOf } from '../../design/edits.ts';
import { spokenEn } from '../../i18n/late/spoken.en.ts';
import { loadText, type Text } from '../../i18n/text.ts';
import { type Situation, spokenSummary } from './spokenSummary.ts';

const at = { x: 0, y: 0 };
const three = (['users', 'web-server', 'database'] as const).reduce((design, kind) => addNode(design, kind, at), emptyDesign());
const [users, web, db] = three.nodes.map(({ id }) => id);
const design = { ...setGroupOf(addGroup(connect(connect(three, users, web), web, db), at), [web, db], 'dc-1'), seconds: 120 };
const well: NodeHealth = { word: 'ok', lost: 0, total: 1, isSlow: false };
const situation: Situation = { design, status: 'playing', time: 41.3, health: new Map(), isBlocked: false };
let t: Text;
const say = (change: Partial<Situation>) => spokenSummary({ ...situation, ...change }, t, spokenEn);

beforeAll(async () => {
  t = await loadText('en');
});

it('says what there is, how far the run is and that all is well', () => {
  const health = new Map([
    [web, well],
    [db, well],
  ]);
  expect(say({ health })).toBe('3 parts, 2 connections in 1 region. Running, 0:41 of 2:00. Everything is well.');
});

it('names what is not well, and says so of nothing else', () => {
  const health = new Map<string, NodeHealth>([
    [web, well],
    [db, { ...well, word: 'saturated' }],
  ]);
  expect(say({ health, status: 'paused' })).toBe(
    '3 parts, 2 connections in 1 region. Paused at 0:41 of 2:00. Database: saturated. Everything else is well.',
  );
  health.set(web, { ...well, lost: 1, total: 3 });
  expect(say({ health })).toContain('Web server: 1 of 3 down, Database: saturated.');
});

it('claims nothing that was not measured', () => {
  expect(say({ status: 'paused', time: 0 })).toContain('Nothing has been measured yet.');
  expect(say({ isBlocked: true })).toBe('3 parts, 2 connections in 1 region. It cannot run yet.');
  expect(say({ design: emptyDesign() })).toBe('Nothing here yet.');
});
