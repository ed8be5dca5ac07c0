/**
 * Which of several stores has a row: the router asks that one, or all of them when the query does not say enough. It takes its own time for
 * that and waits for the answers; what it is asked, and what it answers, is what its callers would ask a store.
 */

import { ASK, isWriting } from '../../engine/asks.ts';
import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { serviceSeconds, shapeOf } from '../../engine/durations.ts';
import { SPENT } from '../../engine/follow/story.ts';
import { integerBelow } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { packShards } from '../../engine/shardView.ts';
import { ENTRY } from '../../engine/stations.ts';
import { COLUMN, Columns, newRow } from './columns.ts';
import { Copies } from './copies.ts';
import { looksWhileHeld, SALT, STEP, saltStride, settleSalts, wordRange } from './dealings.ts';
import { Directory } from './directory.ts';
import { HotKeys, mostHot } from './hotKeys.ts';
import { Loads } from './loads.ts';
import { MOVE, Moving } from './moving.ts';
import { Participants } from './participants.ts';
import { pictureOf } from './picture.ts';
import { Placement, STRATEGY } from './placement.ts';
import { routersOf } from './routers.ts';
import { ShardMap } from './shardMap.ts';
import { shardRouterSpec } from './spec.ts';

export const shardRouterBehavior: Behavior = {
  kind: shardRouterSpec.kind,
  role: shardRouterSpec.role,
  fields: shardRouterSpec.fields,
  metrics: shardRouterSpec.metrics,
  create: createShardRouter,
};

const TIMER = { count: 0, move: 1, copy: 2 } as const;

function createShardRouter(ctx: NodeContext): Actor {
  const { net, memory, node, firstSlot, slots } = ctx;
  const { calls, instances, params, meters } = net;
  const links = ctx.linksTo('store');
  const shardOfLink = new Int32Array(ctx.plan.links.length).fill(-1);
  links.forEach((link, shard) => {
    shardOfLink[link] = shard;
  });
  const columns = new Columns(ctx);
  const hot = new HotKeys(ctx);
  const placement = new Placement(ctx, columns, links);
  const map = new ShardMap(ctx, columns, placement, hot, links);
  const moving = new Moving(ctx, columns, placement, map, TIMER.move);
  const directory = new Directory(ctx);
  const parts = new Participants(ctx, columns, map);
  const loads = new Loads(ctx, links.length);
  const copies = new Copies(ctx, columns, map, TIMER.copy, (shard) => loads.asked(shard));
  const cpu = new MeteredStations(memory, net, firstSlot, slots);
  const shape = shapeOf(ctx);
  const streams = { service: ctx.stream('service'), split: ctx.stream('split') };
  const routers = routersOf(ctx);
  const place = {
    vcpu: ctx.param('vcpu'),
    cpuMs: ctx.param('routerCpuMs'),
    queueLimit: ctx.param('queueLimit'),
    splitInto: ctx.param('splitInto'),
    whileMoving: ctx.param('whileMoving'),
    countSeconds: ctx.param('countSeconds'),
    again: ctx.param('againSeconds'),
  };
  const meter = {
    hotKeyShare: ctx.metric('hotKeyShare'),
    oneShard: ctx.metric('oneShard'),
    scattered: ctx.metric('scattered'),
    keysToMove: ctx.metric('keysToMove'),
    doubleWrites: ctx.metric('doubleWrites'),
    heldWrites: ctx.metric('heldWrites'),
    redirects: ctx.metric('redirects'),
    crossWrites: ctx.metric('crossWrites'),
    aborted: ctx.metric('aborted'),
    settledAgain: ctx.metric('settledAgain'),
    staleCopies: ctx.metric('staleCopies'),
    hotCacheHits: ctx.metric('hotCacheHits'),
  };
  /** Rows that begin or cease to be hot, and where they were: used within one event, no state. */
  const turning = { count: 0, rows: new Int32Array(2 * mostHot), from: new Int32Array(2 * mostHot) };
  net.ledgers[node] = map;
  cpu.setServers(params[place.vcpu]);
  hot.adopt();
  if (links.length > 0) placement.settle(map.wanted);

  const rowOf = (call: number): number => columns.of(calls.key[call]);
  const wordOf = (call: number): number => calls.memo[call] & (wordRange - 1);

  function ask(call: number, shard: number, row: number, word: number, salt: number): void {
    loads.asked(shard);
    const below = Math.imul(net.saltBelow(call), saltStride) + salt;
    const child = net.send(links[shard], calls.to[call], call, -1, calls.cls[call], columns.keyOf(row), calls.request[call], below);
    calls.scratch[child] = word;
  }

  function compute(call: number): void {
    const mean = params[place.cpuMs] / 1000;
    const seconds = mean === 0 ? 0 : serviceSeconds(streams.service, calls.request[call], net.saltOf(call), params, shape, mean);
    net.serve(call, seconds * instances.slow[calls.to[call]]);
  }

  function route(call: number): void {
    const row = rowOf(call);
    hot.wanted(row);
    loads.queried();
    if (links.length === 0) net.reply(call, OUTCOME.error);
    else if (isOfAll(wordOf(call))) askAll(call, row);
    else if (wordOf(call) === ASK.write && parts.isSeveral(call) && parts.find(row) > 1) begin(call, row);
    else askOne(call, row);
  }

  /** Nobody knows which shards have what the query wants. */
  function isOfAll(word: number): boolean {
    if (word === ASK.join) return !copies.areKept;
    return word === ASK.read && !columns.tell(placement.column);
  }

  function askAll(call: number, row: number): void {
    const count = placement.shards;
    meters.values[meter.scattered]++;
    calls.stage[call] = STEP.all;
    calls.scratch[call] = count;
    calls.visit[call] = 0;
    for (let shard = 0; shard < count; shard++) ask(call, shard, row, wordOf(call), SALT.branch + shard);
  }

  function askOne(call: number, row: number): void {
    const word = wordOf(call);
    const isWrite = isWriting(word);
    const isNew = isWrite && placement.column === COLUMN.createdAt;
    if (!isNew && placement.strategy === STRATEGY.directory && !isListed(call, row)) return;
    const home = map.home(isNew ? newRow : row);
    if (!isNew && isWrite && map.isCopied(row)) writeMoving(call, row, home);
    else if (!isNew && hot.isSplit(row)) askCopies(call, row, home, isWrite);
    else if (!isWrite && hot.answerFor(row) >= 0) answerHot(call, row);
    else send(call, row, home);
  }

  function send(call: number, row: number, shard: number): void {
    meters.values[meter.oneShard]++;
    calls.stage[call] = STEP.one;
    ask(call, shard, row, wordOf(call), SALT.one);
  }

  /** Whether the directory's entry is there, and right; else the call goes on when it is. */
  function isListed(call: number, row: number): boolean {
    if (calls.stage[call] === STEP.lookUp) {
      directory.learn(row, map.home(row));
      return true;
    }
    const known = directory.knows(row);
    if (known === map.home(row)) return true;
    if (known >= 0) {
      meters.values[meter.redirects]++;
      calls.stage[call] = STEP.wrong;
      ask(call, known, row, ASK.read, SALT.wrong);
    } else {
      calls.stage[call] = STEP.lookUp;
      net.serve(call, directory.seconds);
    }
    return false;
  }

  function writeMoving(call: number, row: number, home: number): void {
    if (params[place.whileMoving] === MOVE.lock) {
      if (calls.stage[call] !== STEP.held) meters.values[meter.heldWrites]++;
      calls.stage[call] = STEP.held;
      net.serve(call, params[place.again] / looksWhileHeld);
      net.follower?.doing(call, SPENT.lock);
      return;
    }
    meters.values[meter.doubleWrites]++;
    calls.stage[call] = STEP.copies;
    calls.scratch[call] = 2;
    calls.visit[call] = 0;
    ask(call, home, row, wordOf(call), SALT.branch);
    ask(call, map.belongs(row), row, wordOf(call), SALT.branch + 1);
  }

  /** A hot row has copies on several shards: a read asks one of them, a write all. */
  function askCopies(call: number, row: number, home: number, isWrite: boolean): void {
    const count = Math.min(params[place.splitInto], placement.shards);
    if (!isWrite) {
      const nth = integerBelow(streams.split, calls.request[call], net.saltOf(call), count);
      send(call, row, (home + nth) % placement.shards);
      return;
    }
    calls.stage[call] = STEP.copies;
    calls.scratch[call] = count;
    calls.visit[call] = 0;
    for (let i = 0; i < count; i++) ask(call, (home + i) % placement.shards, row, wordOf(call), SALT.branch + i);
  }

  function answerHot(call: number, row: number): void {
    const code = hot.answerFor(row);
    meters.values[meter.hotCacheHits]++;
    calls.version[call] = code;
    if (map.isOld(row, code)) calls.stale[call] = 1;
    net.reply(call, OUTCOME.ok);
  }

  /** The first half of a write that several shards make, or none. */
  function begin(call: number, row: number): void {
    meters.values[meter.crossWrites]++;
    askParts(call, row, ASK.prepare, STEP.prepare, 0xff);
  }

  /** @param which of the participants, as bits */
  function askParts(call: number, row: number, word: number, step: number, which: number): void {
    const count = parts.find(row);
    calls.stage[call] = step;
    calls.visit[call] = 0;
    calls.scratch[call] = 0;
    // what is tried again meets fresh luck
    const tries = Math.floor(calls.memo[call] / wordRange);
    const salt = step === STEP.settle ? SALT.settle + ((tries * parts.most) % settleSalts) : SALT.branch;
    for (let i = 0; i < count; i++) {
      if (((which >> i) & 1) === 0) continue;
      calls.scratch[call]++;
      ask(call, parts.shards[i], parts.rows[i], word, salt + i);
    }
    if (calls.scratch[call] === 0) done(call, row);
  }

  /** What an answer says of the row is said by the shard that has it. */
  function learn(call: number, child: number): void {
    calls.version[call] = map.codeOf(shardOfLink[calls.link[child]], calls.version[child]);
    if (calls.stale[child] === 1) calls.stale[call] = 1;
  }

  function fail(call: number, outcome: number): void {
    net.reply(call, outcome === OUTCOME.shed ? OUTCOME.shed : OUTCOME.error);
  }

  function done(call: number, row: number): void {
    const isWrite = isWriting(wordOf(call));
    if (isWrite) hot.drop(row);
    else if (calls.stage[call] === STEP.one && wordOf(call) === ASK.read) hot.keep(row, calls.version[call]);
    if (copies.areKept && wordOf(call) === ASK.join && copies.isOld(row)) calls.stale[call] = 1;
    if (copies.areKept && wordOf(call) === ASK.write) copies.follow(call, row);
    net.reply(call, OUTCOME.ok);
  }

  /** One of several answers has come. */
  function joined(call: number, child: number, outcome: number): void {
    const row = rowOf(call);
    const step = calls.stage[call];
    calls.scratch[call]--;
    if (outcome === OUTCOME.ok) {
      if (shardOfLink[calls.link[child]] === map.home(row)) learn(call, child);
    } else if (step === STEP.settle) calls.visit[call] |= 1 << partOf(row, columns.of(calls.key[child]));
    else calls.visit[call] = Math.max(calls.visit[call], outcome);
    if (calls.scratch[call] > 0) return;
    if (step === STEP.prepare && calls.visit[call] === 0) askParts(call, row, ASK.settle, STEP.settle, 0xff);
    else if (calls.visit[call] === 0) done(call, row);
    else if (step === STEP.settle) {
      meters.values[meter.settledAgain]++;
      calls.stage[call] = STEP.pause;
      calls.memo[call] += wordRange;
      net.serve(call, params[place.again]);
      net.follower?.doing(call, SPENT.pause);
    } else {
      if (step === STEP.prepare) meters.values[meter.aborted]++;
      fail(call, calls.visit[call]);
    }
  }

  function partOf(row: number, other: number): number {
    const count = parts.find(row);
    let part = 0;
    while (part < count - 1 && parts.rows[part] !== other) part++;
    return part;
  }

  function turn(): void {
    turning.count = 0;
    hot.turn((row) => {
      turning.rows[turning.count] = row;
      turning.from[turning.count++] = map.home(row);
    });
    if (hot.isDedicated) for (let i = 0; i < turning.count; i++) moving.reassign(turning.rows[i], turning.from[i]);
    net.wake(node, TIMER.count, 0, net.now + params[place.countSeconds]);
  }

  return {
    start: () => {
      if (links.length > 0) net.wake(node, TIMER.count, 0, params[place.countSeconds]);
    },

    place: routers.place,

    receive: (call) => {
      calls.memo[call] = calls.scratch[call];
      const entry = cpu.enter(call, params[place.queueLimit]);
      if (entry === ENTRY.served) compute(call);
      else if (entry === ENTRY.full) net.reply(call, OUTCOME.shed);
    },

    served: (call) => {
      const step = calls.stage[call];
      if (step === STEP.cpu) {
        const next = cpu.leave(calls.to[call]);
        if (next >= 0) compute(next);
        route(call);
      } else if (step === STEP.pause) askParts(call, rowOf(call), ASK.settle, STEP.settle, calls.visit[call]);
      else askOne(call, rowOf(call));
    },

    returned: (call, child, outcome) => {
      if (call < 0) {
        if (calls.scratch[child] === ASK.carry) moving.returned(child, outcome);
        else copies.returned(child, outcome);
      } else if (calls.stage[call] === STEP.wrong) {
        directory.forget(rowOf(call));
        calls.stage[call] = STEP.cpu;
        askOne(call, rowOf(call));
      } else if (calls.stage[call] !== STEP.one) joined(call, child, outcome);
      else if (outcome === OUTCOME.ok) {
        learn(call, child);
        done(call, rowOf(call));
      } else fail(call, outcome);
    },

    again: (child) => moving.again(child),

    wake: (code, arg) => {
      if (code === TIMER.count) turn();
      else if (code === TIMER.move) moving.look();
      else copies.again(arg, routers.someone());
    },

    crashed: (slot) => {
      cpu.clear(slot);
      hot.forget();
      directory.clear();
      moving.crashed(slot);
    },

    changed: () => {
      cpu.setServers(params[place.vcpu]);
      for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
        for (let call = cpu.admit(slot); call >= 0; call = cpu.admit(slot)) compute(call);
      }
      if (links.length === 0) return;
      if (placement.isOther(map.wanted) || hot.isDedicated !== hot.wantsDedicated) moving.replan(map.wanted);
    },

    measure: () => {
      const shards = Math.min(links.length, placement.shards + (hot.isDedicated ? 1 : 0));
      loads.measure(shards);
      meters.values[meter.hotKeyShare] = hot.share;
      meters.values[meter.keysToMove] = moving.left;
      meters.values[meter.staleCopies] = copies.stale;
      if (links.length > 0) map.count();
    },

    show: () => packShards(pictureOf(ctx, { columns, placement, map, moving, hot })),
  };
}
