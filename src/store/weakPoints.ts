/** The search for weak points in the page. Parts and wires without a second one stay outlined on the canvas until the design runs otherwise. */

import type { Design, Id } from '../design/design.ts';
import { replicate } from '../runner/replicate.ts';
import { type Broken, byDamage, type Damage, damageOf, singlesOf, type WeakAsked, weakCasesOf } from '../runner/weakPoints.ts';
import type { World } from '../runner/world.ts';
import { designStore } from './designStore.ts';
import { foundStore, type WeakMark } from './foundStore.ts';
import { runsAlike } from './replay.ts';
import { createTrial } from './trial.ts';

export interface WeakPoint {
  broken: Broken;
  damage: Damage;
  /** Worlds it rests on. */
  worlds: number;
}

export interface WeakFound {
  /** Breaks asked for. */
  cases: number;
  /** The worst first. */
  points: readonly WeakPoint[];
}

export const weakTrial = createTrial<WeakAsked, WeakFound>({ cases: 0, points: [] });

let forgetsBy: (() => void) | null = null;

/** @returns whether it has begun: nothing is lost of a design that cannot run */
export function startWeakPoints(design: Design, asked: WeakAsked): boolean {
  const found = weakCasesOf(design, asked);
  if (!found) return false;
  const { base, cases } = found;
  weakTrial.begin(design, asked, (crew, say) => {
    const played: World[][] = [base, ...cases].map(() => []);
    return replicate(crew, [base, ...cases.map(({ plan }) => plan)], asked.worlds, {
      onWorld(arm, world) {
        played[arm].push(world);
        say.result(() => ({
          cases: cases.length,
          points: pointsOf(
            cases.map(({ broken }) => broken),
            played,
            asked,
          ),
        }));
      },
      onProgress: say.share,
      onFailed: (_, _world, reason) => say.failed(reason),
    });
  });
  forgetsBy?.();
  const stops = [
    weakTrial.store.subscribe(({ result }, before) => {
      if (result !== before.result) outline(result.points);
    }),
    designStore.subscribe((state) => {
      if (runsAlike(state.design, design)) return;
      forgetsBy?.();
      forgetsBy = null;
      outline([]);
    }),
  ];
  forgetsBy = () => {
    for (const stop of stops) stop();
  };
  outline([]);
  return true;
}

/** Of each break, the worlds that were played with and without it. */
function pointsOf(broken: readonly Broken[], [peace, ...arms]: readonly (readonly World[])[], asked: WeakAsked): WeakPoint[] {
  const calm = new Map(peace.map((world) => [world.number, world]));
  return byDamage(
    broken.flatMap((what, at) => {
      const worlds = arms[at].filter(({ number }) => calm.has(number));
      const beside = worlds.flatMap(({ number }) => calm.get(number) ?? []);
      return worlds.length === 0 ? [] : [{ broken: what, worlds: worlds.length, damage: damageOf(worlds, beside, asked) }];
    }),
  );
}

/** Parts and wires whose loss nobody makes up for, with their place among those. */
function outline(points: readonly WeakPoint[]): void {
  const marks = singlesOf(points).map(({ broken: { what, id }, damage: { secondsBelow } }, at): [Id, WeakMark] => [
    id,
    { on: what === 'wire' ? 'wire' : 'part', rank: at + 1, secondsBelow },
  ]);
  foundStore.setState({ marks: new Map(marks) });
}
