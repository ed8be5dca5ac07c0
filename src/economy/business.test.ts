import { describe, expect, it } from 'vitest';
import { settingFields } from '../design/settingFields.ts';
import { defaultsOf } from '../schema/fields.ts';
import { type BusinessSettings, businessOf, type Stretch, shareLeft, stepWorks } from './business.ts';
import { grades, modelIds, models } from './models.ts';

const settings: BusinessSettings = { ...defaultsOf(settingFields), browserMs: 0 };
const quick: Stretch = { asked: 3000, failedShare: 0, medianSeconds: 1, p75Seconds: 1.1 };
const day = (stretches: readonly Stretch[], changed: Partial<BusinessSettings> = {}) =>
  businessOf(stretches, 86_400, { ...settings, ...changed })!;

describe('models', () => {
  it('each say how good their evidence is', () => {
    for (const id of modelIds) expect(id === 'none' ? models[id].grade === null : grades.includes(models[id].grade!), id).toBe(true);
    expect(settingFields.model.default).toBe('bing');
    expect(models.bing.grade).toBe('A');
  });

  it('lose what their sources say', () => {
    expect(shareLeft(models.bing, 1000)).toBeCloseTo(Math.exp(-0.0215), 12);
    expect(shareLeft(models.bing, 2000)).toBeCloseTo(1 - 0.043, 2);
    expect(shareLeft(models.google, 400)).toBeCloseTo(1 - 0.006, 12);
    expect(shareLeft(models['financial-times'], 1000)).toBeCloseTo(0.951, 12);
    expect(shareLeft(models['financial-times'], 3000)).toBeCloseTo(0.928, 12);
    expect(shareLeft(models['akamai-phone'], 100)).toBeCloseTo(0.929, 12);
    expect(shareLeft(models['akamai-phone'], 2000)).toBeCloseTo(0.738, 12);
    expect(shareLeft(models.bbc, 2000)).toBeCloseTo(0.81, 12);
    expect(shareLeft(models['google-2006'], 500)).toBeCloseTo(0.8, 12);
    // those that add up leave a fifth in any case
    expect(shareLeft(models.google, 60_000)).toBe(0.2);
  });

  it.each(modelIds)('%s never gains by slowness, and never loses all', (id) => {
    let before = shareLeft(models[id], 0);
    for (let ms = 50; ms < 60_000; ms += 50) {
      const left = shareLeft(models[id], ms);
      expect(left).toBeLessThanOrEqual(before);
      expect(left).toBeGreaterThan(0);
      before = left;
    }
  });
});

describe('a day', () => {
  it('has the people who ask so much', () => {
    const { users, sessions, pages, orders, revenueUsd } = day([quick]);
    // 3 requests a page, 5 pages a session, 2 sessions a user
    expect([pages, sessions, users]).toEqual([1000, 200, 100]);
    expect(orders).toBeCloseTo(200 * 0.025, 9);
    expect(revenueUsd).toBeCloseTo(orders * 50, 9);
  });

  it('of a page that takes a second longer brings less, as Bing saw it', () => {
    const slow = day([{ ...quick, medianSeconds: 2 }]);
    expect(slow.revenueUsd / day([quick]).revenueUsd).toBeCloseTo(Math.exp(-0.0215), 9);
  });

  it('with an hour of errors loses that hour’s orders but for those who try again', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => (hour === 12 ? { ...quick, failedShare: 0.5 } : quick));
    const step = 0.5 + 0.5 * 0.6 * 0.5;
    expect(stepWorks(0.5, 0.6)).toBeCloseTo(step, 12);
    expect(day(hours).orders / day([quick]).orders / 24).toBeCloseTo((23 + step * step * step) / 24, 9);
  });

  it('goes bad for whoever met an error or waited three seconds, and fewer come back', () => {
    expect(day([quick]).returnShare).toBeCloseTo(0.4, 12);
    expect(day([{ ...quick, p75Seconds: 3.5 }]).returnShare).toBeCloseTo(0.4 * 0.7, 12);
    // what the browser takes counts
    expect(day([{ ...quick, p75Seconds: 2.5 }]).returnShare).toBeCloseTo(0.4, 12);
    expect(day([{ ...quick, p75Seconds: 2.5 }], { browserMs: 700 }).returnShare).toBeCloseTo(0.4 * 0.7, 12);
    // fifteen requests, each failing one time in a hundred
    const bad = 1 - 0.99 ** 15;
    expect(day([{ ...quick, failedShare: 0.01 }]).returnShare).toBeCloseTo(0.4 * (1 - 0.3 * bad), 12);
    const tomorrow = { growthPercent: 1, churnPercent: 10 };
    expect(day([quick], tomorrow).usersTomorrow).toBeCloseTo(101, 9);
    // all sessions went bad: of the tenth that returning keeps, three in ten are lost
    expect(day([{ ...quick, p75Seconds: 3.5 }], tomorrow).usersTomorrow).toBeCloseTo(100 * (1 + 0.01 - 0.1 * 0.3), 9);
    expect(day([{ ...quick, p75Seconds: 3.5 }], { ...tomorrow, returnPercent: 0 }).usersTomorrow).toBeCloseTo(98, 9);
  });

  it('is nothing when nobody came', () => {
    expect(businessOf([], 100, settings)).toBeNull();
    expect(businessOf([{ asked: 0, failedShare: 0, medianSeconds: null, p75Seconds: null }], 100, settings)).toBeNull();
  });
});
