/** What is done to a run beside acts: moments that are pinned and gone to, a trace to replay, and what befalls wires and regions. */

import { Flag, History, Link2, type LucideIcon, Unplug, Upload, Zap } from 'lucide-react';
import type { Design } from '../../design/design.ts';
import { actsOnRegion, regionActs, regionSlowFactor } from '../../design/regionFaults.ts';
import { isOperator } from '../../design/wires.ts';
import { type FieldWords, faultText } from '../../i18n/fieldWords.ts';
import type { Text } from '../../i18n/text.ts';
import type { Change } from '../../runner/changes.ts';
import { type FaultSpec, type LinkFault, linkFaults } from '../../schema/faults.ts';
import { addPin, mostPins, pinsStore } from '../../store/pins.ts';
import { doNow, seek } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { type Selection, sessionStore } from '../../store/sessionStore.ts';
import { formatClock, formatNumber } from '../../ui/format.ts';
import { parseMoment } from '../timeline/span.ts';
import type { Command } from './command.ts';
import type { CommandText } from './words.ts';

/** @returns why nothing can be broken or mended now */
export function noRunNow(words: CommandText): string | undefined {
  const { index, status } = runStore.getState();
  return index === null || status === 'finished' || status === 'crashed' ? words.reasons.noRun : undefined;
}

export function momentCommands(t: Text, words: CommandText): Command[] {
  const now = Math.round(runStore.getState().time * 1000) / 1000;
  return [
    {
      id: 'pin',
      name: words.pin(formatClock(now)),
      icon: Flag,
      group: 'run',
      whyNot: pinsStore.getState().pins.length < mostPins ? undefined : words.reasons.pins,
      names: [words.pin(formatClock(now)), 'pin moment bookmark', '핀 시점 표시'],
      perform: () => addPin(now, words.pinned(formatClock(now))),
    },
    {
      id: 'trace',
      name: t.panels.workload.importTrace,
      icon: Upload,
      group: 'run',
      names: [t.panels.workload.importTrace, 'import trace csv traffic replay', '기록 트래픽 재생'],
      perform: () => sessionStore.getState().set({ dialog: 'trace' }),
    },
  ];
}

/** A moment that is typed, as 0:38 or 38 s, is one line more. A number alone may be anything, and is none. */
export function goToMoment(typed: string, seconds: number, words: CommandText): Command | null {
  const time = /^\d+(\.\d+)?$/.test(typed.trim()) ? null : parseMoment(typed);
  if (time === null || time > seconds) return null;
  return {
    id: 'moment',
    name: words.moment(formatClock(time)),
    icon: History,
    group: 'run',
    names: [typed],
    perform: () => seek(time),
  };
}

/** Of wires and regions, as `faultCommands` has those of parts: listed for what is selected, found for all others. */
export function wireAndRegionCommands(design: Design, { links, groups }: Selection, t: Text, fields: FieldWords, words: CommandText) {
  const whyNot = noRunNow(words);
  const of = (
    id: string,
    act: string,
    on: string,
    names: readonly string[],
    icon: LucideIcon,
    isHidden: boolean,
    changes: () => Change[],
  ) => {
    const name = words.fault(act, on);
    const perform = (): void => changes().forEach(doNow);
    return {
      id,
      name,
      icon,
      whyNot,
      group: 'fault',
      names: [name, `${act} ${on}`, ...names],
      isHidden,
      perform,
    } as const satisfies Command;
  };
  const labels = new Map(design.nodes.map(({ id, label }) => [id, label]));
  const operators = new Set(design.nodes.filter(({ kind }) => isOperator(kind)).map(({ id }) => id));
  const faults = Object.keys(linkFaults) as LinkFault[];
  const wires = design.links
    .filter(({ from }) => !operators.has(from))
    .flatMap(({ id: link, from, to }) => {
      const wire = t.common.link(labels.get(from) ?? '', labels.get(to) ?? '');
      const isHidden = !links.includes(link);
      const more = [`${labels.get(from)} ${labels.get(to)}`];
      return [
        ...faults.map((fault) => {
          const { value: field }: FaultSpec = linkFaults[fault];
          const value = field ? { value: field.default } : {};
          const act = faultText(fields, null, fault).label;
          return of(`${fault}:${link}`, act, wire, [`cut ${fault}`, ...more], Zap, isHidden, () => [
            { act: 'strike-link', link, fault, ...value },
          ]);
        }),
        of(`mend:${link}`, t.canvas.breaking.recover, wire, ['repair mend', ...more], Link2, isHidden, () =>
          faults.map((fault) => ({ act: 'mend-link', link, fault })),
        ),
      ];
    });
  const { region } = fields.faults;
  const acts = {
    lose: region.lose,
    crash: t.panels.faults.crash,
    hang: t.panels.faults.hang,
    slow: t.panels.faults.slowBy(formatNumber(regionSlowFactor, 'x')),
    gray: region.gray,
    cut: region.cut,
    recover: t.panels.faults.recover,
    join: region.join,
  } as const;
  const regions = design.groups.flatMap(({ id, label }) =>
    regionActs.map((act) =>
      of(`${act}:${id}`, acts[act], label, [`${act} ${label}`], Unplug, !groups.includes(id), () => actsOnRegion(design, id, act)),
    ),
  );
  return [...wires, ...regions];
}
