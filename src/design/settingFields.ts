/** What a design says beside what runs: whose eyes the page has, and what the business is. None of it changes a run. */

import type { BusinessSettings } from '../economy/business.ts';
import { modelIds } from '../economy/models.ts';
import { choice, defaultsOf, type Field, flag, number, type Value, type Values, type ValuesOf } from '../schema/fields.ts';
import type { Design } from './design.ts';

const advanced = { advanced: true } as const;

export const settingFields = {
  /** Parts show their insides only where a monitor or a log collector is wired to them. */
  onlyMyTools: flag({ default: false, source: 'domain 1.5' }),
  model: choice(modelIds, { default: 'bing', source: 'V47' }),
  referenceMs: number({ default: 1000, min: 0, max: 60_000, unit: 'ms', scale: 'log', source: 'assumption' }),
  browserMs: number({ default: 700, min: 0, max: 60_000, unit: 'ms', scale: 'log', source: 'assumption' }),
  pagesPerSession: number({ default: 5, min: 0.1, max: 1000, unit: '', scale: 'log', source: 'assumption', ...advanced }),
  requestsPerPage: number({ default: 3, min: 0.1, max: 100, unit: '', scale: 'log', source: 'assumption', ...advanced }),
  sessionsPerUser: number({ default: 2, min: 0.1, max: 100, unit: '', scale: 'log', source: 'assumption', ...advanced }),
  conversionPercent: number({ default: 2.5, min: 0, max: 100, unit: '%', source: 'assumption' }),
  orderUsd: number({ default: 50, min: 0, max: 100_000, unit: 'USD', scale: 'log', source: 'assumption' }),
  checkoutSteps: number({ default: 3, min: 1, max: 20, unit: '', integer: true, source: 'assumption', ...advanced }),
  tryAgainPercent: number({ default: 60, min: 0, max: 100, unit: '%', source: 'assumption', ...advanced }),
  returnPercent: number({ default: 40, min: 0, max: 100, unit: '%', source: 'assumption', ...advanced }),
  badSessionPercent: number({ default: 30, min: 0, max: 100, unit: '%', source: 'assumption', ...advanced }),
  growthPercent: number({ default: 0, min: 0, max: 100, unit: '%', source: 'assumption', ...advanced }),
  churnPercent: number({ default: 10, min: 0, max: 100, unit: '%', source: 'assumption', ...advanced }),
} as const;

export type SettingFields = typeof settingFields;
export type Settings = ValuesOf<SettingFields>;

const usual = defaultsOf(settingFields);

/** All of them: a design holds only those that are not at their default. */
export const settingsOf = (design: Design): Settings => ({ ...usual, ...design.settings });

/** Those that are not at their default; null when all are. */
export function chosenSettings(values: Values): Readonly<Record<string, Value>> | null {
  const chosen = Object.entries<Field>(settingFields).filter(([name, field]) => (values[name] ?? field.default) !== field.default);
  return chosen.length === 0 ? null : Object.fromEntries(chosen.map(([name]) => [name, values[name]]));
}

/** Those that the business is computed from. */
export const businessSettingsOf = (design: Design): BusinessSettings => settingsOf(design);
