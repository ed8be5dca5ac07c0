import { expect, it } from 'vitest';
import type { NodeHealth } from '../../canvas/pulse.ts';
import { spokenEn } from '../../i18n/late/spoken.en.ts';
import { type Moment, spokenNews } from './spokenNews.ts';

const labels = new Map([
  ['web', 'Web servers'],
  ['db', 'Database'],
]);
const health = (word: NodeHealth['word'], lost = 0, total = 2): NodeHealth => ({ word, lost, total, isSlow: false });
const moment = (change: Partial<Moment> = {}): Moment => ({
  runId: 1,
  status: 'playing',
  clock: '0:41.0',
  health: new Map([
    ['web', health('ok')],
    ['db', health('ok')],
  ]),
  ...change,
});
const news = (before: Moment, now: Moment) => spokenNews(before, now, labels, spokenEn);
const withDb = (its: NodeHealth, change: Partial<Moment> = {}): Moment => {
  const usual = moment();
  return { ...usual, health: new Map([...usual.health, ['db', its]]), ...change };
};

it('says nothing while only numbers move', () => {
  expect(news(moment(), moment({ clock: '0:52.0' }))).toEqual([]);
  expect(news(withDb(health('ok')), withDb(health('idle')))).toEqual([]);
});

it('says when a run starts, stops and ends', () => {
  const paused = moment({ status: 'paused' });
  expect(news(paused, moment())).toEqual([{ text: 'Running from 0:41.0.', weight: 'event' }]);
  expect(news(moment(), paused)).toEqual([{ text: 'Paused at 0:41.0.', weight: 'event' }]);
  expect(news(moment(), moment({ status: 'finished' }))).toEqual([{ text: 'Finished at 0:41.0.', weight: 'event' }]);
  expect(news(moment({ status: 'loading' }), paused)).toEqual([]);
});

it('says which part became saturated, lost some, fell or came back; busy only to who wants everything', () => {
  expect(news(moment(), withDb(health('saturated')))).toEqual([{ text: 'Database is saturated.', weight: 'event' }]);
  expect(news(moment(), withDb(health('ok', 1)))).toEqual([{ text: '1 of 2 of Database are down.', weight: 'event' }]);
  expect(news(withDb(health('ok', 1)), withDb(health('down', 2)))).toEqual([{ text: 'Database is down.', weight: 'event' }]);
  expect(news(withDb(health('down', 2)), moment())).toEqual([{ text: 'Database has recovered.', weight: 'event' }]);
  expect(news(moment(), withDb(health('busy')))).toEqual([{ text: 'Database is busy.', weight: 'detail' }]);
  expect(news(withDb(health('busy')), moment())).toEqual([]);
});

it('takes another run for a beginning, not for a recovery', () => {
  expect(news(withDb(health('down', 2)), moment({ runId: 2 }))).toEqual([]);
});
