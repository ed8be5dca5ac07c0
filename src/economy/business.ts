/**
 * What a day would have brought if it had gone like the run: people, sessions, pages, orders, revenue and who comes back, by the graded
 * models of domain 3.6 from the latency and the errors that the run's users met. Each stretch of the run counts by its share of what was
 * asked, because that is when people come.
 */

import { exp, log } from '../engine/math.ts';
import { type LatencyModel, type ModelId, models } from './models.ts';

/** How the users fared in one stretch of the run. */
export interface Stretch {
  /** Requests that wait for the system itself, not for files: how many were meant, and which share of those that ended failed. */
  asked: number;
  failedShare: number;
  /** Seconds; null when too little was answered. */
  medianSeconds: number | null;
  p75Seconds: number | null;
}

export interface BusinessSettings {
  model: ModelId;
  /** The page time from which on slowness costs something. */
  referenceMs: number;
  /** What the browser takes beside the answer: drawing, scripts, the way of the files. */
  browserMs: number;
  pagesPerSession: number;
  requestsPerPage: number;
  sessionsPerUser: number;
  /** Percent of the sessions that buy, when nothing is slow or broken. */
  conversionPercent: number;
  orderUsd: number;
  /** Pages that must all work for an order. */
  checkoutSteps: number;
  /** Percent of those who meet an error that try it once more. */
  tryAgainPercent: number;
  /** Percent of the users that come back the next day, when nothing goes wrong. */
  returnPercent: number;
  /** How much of that a session gone bad takes away, in percent. */
  badSessionPercent: number;
  /** New users from one day to the next, in percent of those there are. */
  growthPercent: number;
  /** Users lost from one day to the next if nobody of them came back, in percent. */
  churnPercent: number;
}

export interface Business {
  /** Users, sessions and pages of a day. */
  users: number;
  sessions: number;
  pages: number;
  orders: number;
  revenueUsd: number;
  /** Share of the users that come back on the next day. */
  returnShare: number;
  /** Users of the next day: those of this one, who is new, and without those who stay away because of what they met. */
  usersTomorrow: number;
  /** What it would be with nothing slow and nothing broken. */
  ideal: { users: number; pages: number; orders: number; revenueUsd: number };
  /** Page time, ms, weighted by what was asked; null when nothing was measured. */
  pageMs: number | null;
  failedShare: number;
}

const daySeconds = 86_400;
/** Pages that take longer than this make a session a bad one. */
const badSeconds = 3;

/** Share that is left of what a model acts on, at a page time so much beyond the reference. */
export function shareLeft(model: LatencyModel, beyondMs: number): number {
  const { loss } = model;
  if ('points' in loss) return beyondMs <= 0 ? 1 : leftAsSeen(loss.points, beyondMs);
  if (loss.form === 'linear') return Math.max(0.2, 1 - (loss.per100Ms * beyondMs) / 100);
  return beyondMs <= 0 ? 1 : exp((-loss.per100Ms * beyondMs) / 100);
}

function leftAsSeen(points: readonly (readonly [ms: number, left: number])[], beyondMs: number): number {
  let [fromMs, fromLeft] = [0, 1];
  let slope = 0;
  for (const [ms, left] of points) {
    slope = (log(left) - log(fromLeft)) / (ms - fromMs);
    if (beyondMs <= ms) break;
    [fromMs, fromLeft] = [ms, left];
  }
  // beyond what was seen, as between the last two points
  return fromLeft * exp(slope * (beyondMs - fromMs));
}

/** Chance that a step goes well for somebody who may try it once more. */
export const stepWorks = (failedShare: number, tryAgain: number): number => (1 - failedShare) * (1 + failedShare * tryAgain);

function power(base: number, times: number): number {
  let result = 1;
  for (let i = 0; i < times; i++) result *= base;
  return result;
}

/** @param seconds simulated, of all stretches together. Null when nobody asked for anything. */
export function businessOf(stretches: readonly Stretch[], seconds: number, settings: BusinessSettings): Business | null {
  const asked = stretches.reduce((sum, stretch) => sum + stretch.asked, 0);
  if (asked === 0 || seconds <= 0) return null;
  const model = models[settings.model];
  const pagesIdeal = ((asked / seconds) * daySeconds) / settings.requestsPerPage;
  const users = pagesIdeal / (settings.pagesPerSession * settings.sessionsPerUser);
  const sessions = users * settings.sessionsPerUser;
  const ordersIdeal = (sessions * settings.conversionPercent) / 100;
  const sum = { users: 0, pages: 0, orders: 0, bad: 0, pageMs: 0, timed: 0, failed: 0 };
  for (const stretch of stretches) {
    const weight = stretch.asked / asked;
    const { failedShare, medianSeconds, p75Seconds } = stretch;
    const pageMs = medianSeconds === null ? null : medianSeconds * 1000 + settings.browserMs;
    const left = shareLeft(model, pageMs === null ? 0 : pageMs - settings.referenceMs);
    const works = stepWorks(failedShare, settings.tryAgainPercent / 100);
    const comes = model.affects === 'users' ? left : 1;
    const isSlow = p75Seconds !== null && p75Seconds + settings.browserMs / 1000 > badSeconds;
    sum.users += weight * comes;
    sum.pages += weight * comes * works * (model.affects === 'pages' ? left : 1);
    sum.orders += weight * comes * (model.affects === 'orders' ? left : 1) * power(works, settings.checkoutSteps);
    sum.bad += weight * (isSlow ? 1 : 1 - power(1 - failedShare, Math.round(settings.pagesPerSession * settings.requestsPerPage)));
    sum.failed += weight * failedShare;
    if (pageMs !== null) {
      sum.pageMs += weight * pageMs;
      sum.timed += weight;
    }
  }
  const returnShare = (settings.returnPercent / 100) * (1 - (settings.badSessionPercent / 100) * sum.bad);
  return {
    users: users * sum.users,
    sessions: sessions * sum.users,
    pages: pagesIdeal * sum.pages,
    orders: ordersIdeal * sum.orders,
    revenueUsd: ordersIdeal * sum.orders * settings.orderUsd,
    returnShare,
    usersTomorrow:
      users * sum.users * (1 + (settings.growthPercent - settings.churnPercent * (settings.badSessionPercent / 100) * sum.bad) / 100),
    ideal: { users, pages: pagesIdeal, orders: ordersIdeal, revenueUsd: ordersIdeal * settings.orderUsd },
    pageMs: sum.timed > 0 ? sum.pageMs / sum.timed : null,
    failedShare: sum.failed,
  };
}
