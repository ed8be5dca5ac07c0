import { useEffect, useMemo } from 'react';
import { withoutConcealed } from '../../design/concealed.ts';
import type { Design, Id } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import type { Frame, FrameLayout, Note } from '../../engine/frame.ts';
import type { RunEnd } from '../../engine/limits.ts';
import { compile } from '../../runner/compile.ts';
import { alertCodes } from '../../runner/detections.ts';
import { type Aftermath, aftermathOf, type Recovery, recoveryOf } from '../../runner/diagnosis/aftermath.ts';
import { type Diagnosis, diagnose } from '../../runner/diagnosis/diagnose.ts';
import { type FailoverReport, failoversOf } from '../../runner/failovers.ts';
import type { PlanIndex } from '../../runner/planIndex.ts';
import { type SiteFailure, siteFailuresOf } from '../../runner/siteFailures.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { noStory, storyStore } from '../../store/storyStore.ts';

/** Everything that the story line may speak of. */
export interface Told {
  now: number;
  design: Design;
  index: PlanIndex | null;
  /** The run is over before its time. */
  ended: { at: number; why: RunEnd; calls: number } | null;
  /** A monitor has just raised it. */
  alert: Note | null;
  diagnosis: Diagnosis | null;
  aftermath: Aftermath | null;
  recovery: Recovery | null;
  failover: FailoverReport | null;
  site: SiteFailure | null;
}

/** For so long an alert comes before everything else, and an incident that is over is told. Simulated seconds. */
const alertSeconds = 10;
const rememberedSeconds = 60;

/** The story of the run on the page; what is concealed, or seen by no tool where only tools are believed, is left out. */
export function useDiagnosis(): Told {
  const frames = useRun((state) => state.frames);
  const layout = useRun((state) => state.layout);
  const all = useRun((state) => state.notes);
  const index = useRun((state) => state.index);
  const done = useRun((state) => state.interventions);
  const design = useDesign((state) => state.design);
  const notes = useMemo(() => withoutConcealed(all, design.scenario), [all, design.scenario]);
  const plan = useMemo(() => compile(design).plan, [design]);
  const told = useMemo((): Told => {
    const now = frames.at(-1)?.end ?? 0;
    const base = { now, design, index, ended: endOf(notes), alert: alertOf(notes, now) };
    // a design that has just been changed in another way than the run knows yet is not the run's
    const isSame = plan !== null && index !== null && plan.nodes.every(({ id }, at) => index.nodes[at]?.id === id);
    if (!layout || !isSame || frames.length === 0)
      return { ...base, diagnosis: null, aftermath: null, recovery: null, failover: null, site: null };
    const found = diagnose({ design, plan, layout, frames, notes });
    return {
      ...base,
      diagnosis: found && asSeen(found, seenParts(design), index),
      aftermath: aftermathOf(layout, frames, done),
      recovery: recoveryOf(layout, frames),
      ...incidents(design, index, layout, frames, notes, now),
    };
  }, [design, plan, index, layout, frames, notes, done]);
  usePublished(told);
  return told;
}

function endOf(notes: readonly Note[]): Told['ended'] {
  const end = notes.findLast(({ code }) => code === 'overflow' || code === 'standstill');
  return end?.code === 'overflow' || end?.code === 'standstill' ? { at: end.time, why: end.code, calls: end.value } : null;
}

function alertOf(notes: readonly Note[], now: number): Note | null {
  const alert = notes.findLast(({ code }) => alertCodes.includes(code));
  return alert && now - alert.time < alertSeconds ? alert : null;
}

/** The newest failure of a primary or of a data centre, for as long as it lasts and a while after. */
function incidents(
  design: Design,
  index: PlanIndex,
  layout: FrameLayout,
  frames: readonly Frame[],
  notes: readonly Note[],
  now: number,
): Pick<Told, 'failover' | 'site'> {
  const isFresh = (over: number | null) => over === null || now - over < rememberedSeconds;
  const sites = siteFailuresOf(design, index, layout, frames, notes);
  const site = sites.at(-1) ?? null;
  // what befell its databases is part of what befell a data centre
  const failover =
    failoversOf(frames, layout, notes)
      .filter(
        ({ faultAt, node }) => !sites.some((other) => other.faultAt === faultAt) && isSeen(seenParts(design), index.nodes[node]?.id ?? ''),
      )
      .at(-1) ?? null;
  return {
    site: site && isFresh(site.returnedAt ?? site.backAt) ? site : null,
    failover: failover && isFresh(failover.recoveredAt ?? failover.promotedAt ?? failover.returnedAt) ? failover : null,
  };
}

/** Where only tools are believed, nothing is told of a part that none looks at. */
function asSeen(found: Diagnosis, seen: ReadonlySet<Id> | null, index: PlanIndex): Diagnosis {
  const isKnown = (node: number | undefined): boolean => node === undefined || node < 0 || isSeen(seen, index.nodes[node]?.id ?? '');
  const { cause } = found;
  const isHidden = cause !== null && ![cause.node, cause.by, cause.details.fullNode, cause.details.toNode].every(isKnown);
  const shown = isHidden ? { cause: null, victims: [], levers: [] } : {};
  const strained = found.strained.filter(({ node }) => isKnown(node));
  // something is full that nobody sees: all seems well
  const kind = isHidden && found.kind === 'strained' ? 'fine' : found.broken && !isKnown(found.broken.node) ? 'fine' : found.kind;
  const busiest = found.busiest && isKnown(found.busiest.node) ? found.busiest : null;
  return { ...found, ...shown, strained, kind, busiest };
}

function usePublished({ diagnosis, index, now }: Told): void {
  useEffect(() => {
    const cause = diagnosis?.cause;
    const id = (node: number) => index?.nodes[node]?.id ?? '';
    if (!diagnosis || !cause) {
      if (storyStore.getState() !== noStory) storyStore.setState(noStory);
      return;
    }
    storyStore.setState({
      cause: { node: id(cause.node), since: cause.since, isDown: cause.broken?.until === null && cause.broken.how !== 'slow' },
      victims: diagnosis.victims.map(id),
      isFailing: diagnosis.kind === 'failing' || diagnosis.kind === 'slow',
      at: now,
    });
  }, [diagnosis, index, now]);
  useEffect(() => () => storyStore.setState(noStory), []);
}
