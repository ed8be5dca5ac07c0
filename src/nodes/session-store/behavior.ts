import { ASK, FOUND } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { type Shape, serviceSeconds, shapeOf } from '../../engine/durations.ts';
import { MET, SPENT } from '../../engine/follow/story.ts';
import type { Stream } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { COOKIE } from '../../engine/sessions.ts';
import { SessionTable } from '../../engine/sessionTable.ts';
import { ENTRY } from '../../engine/stations.ts';
import { Copies, KEPT_IN } from './copies.ts';
import { sessionStoreSpec } from './spec.ts';

export const sessionStoreBehavior: Behavior = {
  kind: sessionStoreSpec.kind,
  role: sessionStoreSpec.role,
  fields: sessionStoreSpec.fields,
  metrics: sessionStoreSpec.metrics,
  create: (ctx) => new SessionStore(ctx),
};

/** Steps of a statement: `calls.stage`. */
const STEP = { cpu: 0, disk: 1 } as const;

/** The order of the field's options. */
const WHEN_FULL = { evict: 0, refuse: 1 } as const;

const PROMOTION = 0;
const kilo = 1000;

class SessionStore implements Actor {
  private readonly ctx: NodeContext;
  private readonly cpu: MeteredStations;
  private readonly shape: Shape;
  private readonly table: SessionTable;
  private readonly copies: Copies;
  private readonly service: Stream;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.cpu = new MeteredStations(ctx.memory, ctx.net, ctx.firstSlot, ctx.slots);
    this.shape = shapeOf(ctx);
    this.table = new SessionTable(ctx.memory);
    this.copies = new Copies(ctx, this.table, PROMOTION);
    this.service = ctx.stream('service');
    this.fields = {
      keptIn: ctx.param('keptIn'),
      ttl: ctx.param('ttlSeconds'),
      /** In the order of `KEPT_IN`. */
      ms: [ctx.param('memoryMs'), ctx.param('rowMs'), ctx.param('itemMs')],
      fsyncMs: ctx.param('fsyncMs'),
      vcpu: ctx.param('vcpu'),
      queueLimit: ctx.param('queueLimit'),
      sessionKB: ctx.param('sessionKB'),
      memoryMB: ctx.param('memoryMB'),
      whenFull: ctx.param('whenFull'),
    };
    this.metrics = {
      gets: ctx.metric('gets'),
      puts: ctx.metric('puts'),
      hits: ctx.metric('hits'),
      lost: ctx.metric('lostSessions'),
      held: ctx.metric('sessionsHeld'),
      memory: ctx.metric('sessionMB'),
      evictions: ctx.metric('evictions'),
      isPrimary: ctx.metric('isPrimary'),
    };
    this.setServers();
  }

  private get keptIn(): number {
    return this.ctx.net.params[this.fields.keptIn];
  }

  /** One thread does everything of a store in memory. */
  private setServers(): void {
    this.cpu.setServers(this.keptIn === KEPT_IN.memory ? 1 : this.ctx.net.params[this.fields.vcpu]);
  }

  private get capacity(): number {
    const { params } = this.ctx.net;
    return this.keptIn === KEPT_IN.memory ? Math.floor((params[this.fields.memoryMB] * kilo) / params[this.fields.sessionKB]) : Infinity;
  }

  place(call: number): number {
    const { net } = this.ctx;
    return this.copies.place(net.calls.request[call], net.saltOf(call));
  }

  receive(call: number): void {
    const { net } = this.ctx;
    // held at the door of a primary that was silent until another had taken over
    if (!this.copies.answers(net.calls.to[call])) {
      net.reply(call, OUTCOME.error);
      return;
    }
    const entry = this.cpu.enter(call, net.params[this.fields.queueLimit]);
    if (entry === ENTRY.served) this.compute(call);
    else if (entry === ENTRY.full) net.reply(call, OUTCOME.shed);
  }

  served(call: number): void {
    const { net } = this.ctx;
    const { calls, params } = net;
    const slot = calls.to[call];
    if (calls.stage[call] === STEP.cpu) {
      const next = this.cpu.leave(slot);
      if (next >= 0) this.compute(next);
      const disk = (params[this.fields.fsyncMs] / 1000) * net.instances.slow[slot];
      if (this.keptIn === KEPT_IN.relational && calls.scratch[call] === ASK.remember && disk > 0) {
        calls.stage[call] = STEP.disk;
        net.serve(call, disk);
        net.follower?.doing(call, SPENT.disk);
        return;
      }
    }
    if (net.errs(call) || !this.copies.answers(slot)) net.reply(call, OUTCOME.error);
    else if (calls.scratch[call] === ASK.remember) this.put(call);
    else this.get(call);
  }

  wake(code: number): void {
    if (code === PROMOTION) this.copies.ring();
  }

  crashed(slot: number): void {
    this.cpu.clear(slot);
    this.copies.crashed(slot);
  }

  hung(slot: number): void {
    this.copies.hung(slot);
  }

  recovered(slot: number): void {
    this.copies.recovered(slot);
  }

  changed(): void {
    const { firstSlot, slots, net } = this.ctx;
    this.setServers();
    net.meters.values[this.metrics.evictions] += this.table.shrink(this.capacity);
    this.copies.changed();
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      for (let call = this.cpu.admit(slot); call >= 0; call = this.cpu.admit(slot)) this.compute(call);
    }
  }

  measure(): void {
    const { firstSlot, slots, net } = this.ctx;
    const { values } = net.meters;
    this.table.expire(net.now);
    values[this.metrics.held] = this.table.size;
    values[this.metrics.memory] = (this.table.size * net.params[this.fields.sessionKB]) / kilo;
    for (let i = 0; i < slots; i++) values[this.metrics.isPrimary + i] = net.instances.primary[firstSlot + i];
  }

  private compute(call: number): void {
    const { net } = this.ctx;
    const mean = net.params[this.fields.ms[this.keptIn]] / 1000;
    const seconds = serviceSeconds(this.service, net.calls.request[call], net.saltOf(call), net.params, this.shape, mean);
    net.serve(call, seconds * net.instances.slow[net.calls.to[call]]);
  }

  /** Is this session good for that login? */
  private get(call: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    const wanted = calls.memo[call];
    const known = this.table.recall(calls.session[call], net.now, net.params[this.fields.ttl]);
    const isKnown = known !== COOKIE.none && known === wanted;
    net.meters.values[this.metrics.gets]++;
    if (isKnown) net.meters.values[this.metrics.hits]++;
    else if (wanted > COOKIE.none) net.meters.values[this.metrics.lost]++;
    net.follower?.met(call, isKnown ? MET.known : MET.unknown, 0);
    calls.memo[call] = isKnown ? FOUND.yes : FOUND.no;
    net.reply(call, OUTCOME.ok);
  }

  private put(call: number): void {
    const { net } = this.ctx;
    const { calls, params, meters } = net;
    const evicts = params[this.fields.whenFull] === WHEN_FULL.evict;
    const room = this.table.remember(calls.session[call], calls.memo[call], net.now, params[this.fields.ttl], this.capacity, evicts);
    meters.values[this.metrics.puts]++;
    if (room === 1) meters.values[this.metrics.evictions]++;
    net.reply(call, room < 0 ? OUTCOME.error : OUTCOME.ok);
  }
}
