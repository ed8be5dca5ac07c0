import { expect, it } from 'vitest';
import { loadText } from '../../i18n/text.ts';
import { chapter } from '../../library/chapter.ts';
import type { Tongue } from './causeText.ts';
import { tellingOf } from './tellings.ts';
import type { Told } from './useDiagnosis.ts';

/** Only what is read of it. */
const told = (now: number, more: Partial<Record<keyof Told, unknown>>): Told =>
  ({
    now,
    design: chapter.design,
    index: { nodes: chapter.design.nodes.map(({ id }) => ({ id, slots: 1 })) },
    diagnosis: { kind: 'fine', effect: {}, cause: null, levers: [], busiest: null },
    ...more,
  }) as unknown as Told;

it.each(['en', 'ko'] as const)('an incident that goes on is told in words that stay true while they stand, in %s', async (locale) => {
  const tongue = { t: await loadText(locale), words: {}, fields: {} } as Tongue;
  const node = chapter.design.nodes.findIndex(({ kind }) => kind === 'database');
  const [group] = chapter.design.groups;
  const running = (written: number) => ({
    node,
    faultAt: 12.9,
    secondsWithoutPrimary: null,
    returnedAt: null,
    writesRefused: written,
    acknowledgedWritesLost: 0,
    staleReads: 0,
  });
  const down = (sentThere: number) => ({ group: group.id, region: group.region, faultAt: 12.9, foundAt: null, backAt: null, sentThere });
  const effectAt = (now: number, more: Partial<Record<keyof Told, unknown>>) => tellingOf(told(now, more), tongue).effect;
  expect(effectAt(13, { failover: running(16) })).toContain('0:12.9');
  expect(effectAt(18, { failover: running(900) })).toBe(effectAt(13, { failover: running(16) }));
  expect(effectAt(13, { site: down(16) })).toContain('0:12.9');
  expect(effectAt(18, { site: down(900) })).toBe(effectAt(13, { site: down(16) }));
});
