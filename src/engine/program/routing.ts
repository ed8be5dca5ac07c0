/**
 * Which wires to databases and services a request may be sent over: by when they are asked, and by the class that they carry. Of the wires
 * that one request goes over the most exact wins, as with routes: those that name its class, else those that carry everything.
 */

import type { NodeContext } from '../behavior.ts';
import { ASKED, CLASS } from '../plan.ts';

/** Links by phase and class. */
type Routes = readonly [last: readonly (readonly number[])[], between: readonly (readonly number[])[]];

const classes = Object.values(CLASS);

export class Routing {
  /** Who has the rows: databases, else another service. */
  private readonly sources: Routes;
  private readonly services: Routes;
  private readonly standsIn: readonly boolean[];
  /** By class: 1 where a page is read row by row, each from a cache first, whatever the settings: by far most requests ask for no more. */
  readonly readsRows: Uint8Array;
  /** Who has the static files that no object storage has. */
  readonly fileServers: readonly number[];
  private readonly carries: readonly number[];
  private readonly asked: readonly number[];

  /** @param asksOne a request asks one service, which stands in for a database; else every service there is for it, beside its database */
  constructor(ctx: NodeContext, asksOne: boolean) {
    this.carries = ctx.plan.links.map(({ carries }) => carries ?? 0);
    this.asked = ctx.plan.links.map(({ asked }) => asked);
    const stores = ctx.linksTo('store');
    const servers = ctx.linksTo('server');
    const storesFor = (cls: number) => this.exact(stores, cls);
    const serversFor = (cls: number) =>
      asksOne ? this.exact(servers, cls) : [...this.naming(servers, cls), ...this.open(servers)].sort((a, b) => a - b);
    const isSource = (cls: number) => asksOne && (storesFor(cls).length === 0 || this.naming(servers, cls).length > 0);
    this.sources = this.routes((cls) => (isSource(cls) ? serversFor(cls) : storesFor(cls)));
    this.services = this.routes((cls) => (isSource(cls) ? [] : serversFor(cls)));
    this.standsIn = classes.map((cls) => isSource(cls) && serversFor(cls).length > 0);
    this.fileServers = this.naming(servers, CLASS.static);
    const keepsIndex = ctx.linksTo('index').length > 0;
    const isOwn = (cls: number) => cls === CLASS.login || (cls === CLASS.search && keepsIndex) || this.standsIn[cls];
    const hasAlways = (cls: number) => this.sources.every((ofPhase) => ofPhase[cls].length > 0) || !this.hasSource(cls);
    this.readsRows = Uint8Array.from(classes, (cls) => (ctx.linksTo('cache').length > 0 && !isOwn(cls) && hasAlways(cls) ? 1 : 0));
  }

  /** Who has the rows of a class. @param phase one of `PHASE` */
  sourcesOf(cls: number, phase: number): readonly number[] {
    return this.sources[phase][cls];
  }

  /** Whether anybody has them, ever. */
  hasSource(cls: number): boolean {
    return this.sources[0][cls].length + this.sources[1][cls].length > 0;
  }

  /** Services that are asked when the rows are there. */
  servicesOf(cls: number, phase: number): readonly number[] {
    return this.services[phase][cls];
  }

  /** A service is asked for the page as a whole, not row by row. */
  asksService(cls: number): boolean {
    return this.standsIn[cls];
  }

  /** Services that a request of a class asks, whether or not they stand in for a database. */
  askedOf(cls: number, phase: number): readonly number[] {
    if (cls === CLASS.static) return this.fileServers;
    return this.standsIn[cls] ? this.sources[phase][cls] : this.services[phase][cls];
  }

  private routes(choose: (cls: number) => readonly number[]): Routes {
    const inPhase = (other: number) => classes.map((cls) => choose(cls).filter((link) => this.asked[link] !== other));
    return [inPhase(ASKED.between), inPhase(ASKED.last)];
  }

  /** The wires that name a class. */
  private naming(links: readonly number[], cls: number): readonly number[] {
    return links.filter((link) => this.carries[link] === cls + 1);
  }

  private open(links: readonly number[]): readonly number[] {
    return links.filter((link) => this.carries[link] === 0);
  }

  private exact(links: readonly number[], cls: number): readonly number[] {
    const own = this.naming(links, cls);
    return own.length > 0 ? own : this.open(links);
  }
}
