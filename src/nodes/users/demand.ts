/**
 * How much a population asks for, by arithmetic: people a day, pages a person, requests a page. The inspector, the rules and the run
 * itself read the same few lines.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { RATE_FROM, VISITS } from './modes.ts';

const secondsOfDay = 86_400;

/** Requests per second of a day's users at their peak. */
export const perSecondOfUsers = (usersPerDay: number, viewsPerUserDay: number, requestsPerView: number, peakToMean: number): number =>
  ((usersPerDay * viewsPerUserDay * requestsPerView) / secondsOfDay) * peakToMean;

/** Of a month's users those that come on one day. */
export const usersOfDay = (monthlyUsers: number, dailyPercent: number): number => (monthlyUsers * dailyPercent) / 100;

/** Pages of one session on average: the first at once, then one after each exponential time, until an exponential time is over. */
export const viewsPerSession = (sessionSeconds: number, viewSeconds: number): number => 1 + sessionSeconds / viewSeconds;

/** Fields that the demand depends on. */
export const demandFields = [
  'ratePerSecond',
  'rateFrom',
  'dailyUsers',
  'monthlyUsers',
  'dailyPercent',
  'viewsPerUserDay',
  'peakToMean',
  'dynamicPerView',
  'staticPerView',
  'visits',
  'sessionSeconds',
  'viewSeconds',
  'botShare',
] as const;

export class Demand {
  private readonly params: Float64Array;
  private readonly places: { readonly [name in (typeof demandFields)[number]]: number };

  constructor(ctx: NodeContext) {
    this.params = ctx.net.params;
    this.places = Object.fromEntries(demandFields.map((name) => [name, ctx.param(name)])) as typeof this.places;
  }

  get comesInSessions(): boolean {
    return this.params[this.places.visits] === VISITS.sessions;
  }

  get isSetByUsers(): boolean {
    return this.params[this.places.rateFrom] !== RATE_FROM.rate;
  }

  /** Users a day where they are known, else 0. */
  get dailyUsers(): number {
    const { params, places } = this;
    switch (params[places.rateFrom]) {
      case RATE_FROM.users:
        return params[places.dailyUsers];
      case RATE_FROM.monthly:
        return usersOfDay(params[places.monthlyUsers], params[places.dailyPercent]);
      default:
        return 0;
    }
  }

  get requestsPerView(): number {
    return this.params[this.places.dynamicPerView] + this.params[this.places.staticPerView];
  }

  /** Share of static files where they are counted by the page, from 0 to 1. */
  get staticShare(): number {
    const all = this.requestsPerView;
    return all > 0 ? this.params[this.places.staticPerView] / all : 0;
  }

  /** Requests of all kinds per second while shape and traffic stand at 1. */
  get requestsPerSecond(): number {
    if (!this.isSetByUsers) return this.params[this.places.ratePerSecond];
    return perSecondOfUsers(
      this.dailyUsers,
      this.params[this.places.viewsPerUserDay],
      this.requestsPerView,
      this.params[this.places.peakToMean],
    );
  }

  /** What arrives per second: requests, or sessions and the single requests of robots. */
  get arrivalsPerSecond(): number {
    return this.comesInSessions ? this.sessionsPerSecond + this.botsPerSecond : this.requestsPerSecond;
  }

  /** Share (0 to 1) of arrivals that are robots. */
  get botShare(): number {
    if (!this.comesInSessions) return this.params[this.places.botShare] / 100;
    const all = this.arrivalsPerSecond;
    return all > 0 ? this.botsPerSecond / all : 0;
  }

  private get botsPerSecond(): number {
    return (this.requestsPerSecond * this.params[this.places.botShare]) / 100;
  }

  private get sessionsPerSecond(): number {
    const perSession =
      this.requestsPerView * viewsPerSession(this.params[this.places.sessionSeconds], this.params[this.places.viewSeconds]);
    return perSession > 0 ? (this.requestsPerSecond - this.botsPerSecond) / perSession : 0;
  }
}
