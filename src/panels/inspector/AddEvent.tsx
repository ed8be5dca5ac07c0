import { useState } from 'react';
import type { Fault, ScenarioEvent } from '../../design/design.ts';
import { addScenarioEvent, longestRunSeconds } from '../../design/edits.ts';
import { instancesOf } from '../../design/instances.ts';
import { placesOf } from '../../design/places.ts';
import { actsOnRegion, partitionBetween, type RegionAct, regionActs, ways } from '../../design/regionFaults.ts';
import { controlLinks, specOf } from '../../design/wires.ts';
import { faultText, fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import { type Faults, faultsOf, linkFaults } from '../../schema/faults.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import lines from './Scenario.module.css';

const healths: readonly Fault[] = ['crash', 'hang', 'slow', 'recover'];
const defaultFactor = 5;
/** What may be struck stands in one list: parts by their id, wires and regions behind these. */
const linkPrefix = 'wire:';
const regionPrefix = 'region:';

/** A form for one more event of the timeline: when, what, to whom, how much, how long. */
export function AddEvent() {
  const t = useText();
  const fields = useLateText(fieldWords);
  const design = useDesign((state) => state.design);
  const [at, setAt] = useState(60);
  const [targetId, setTargetId] = useState('');
  const [actName, setActName] = useState('crash');
  const [instance, setInstance] = useState('all');
  const [amounts, setAmounts] = useState<Readonly<Record<string, number>>>({});
  const [lasting, setLasting] = useState(0);
  const [hidden, setHidden] = useState(false);
  const words = t.panels.scenario;
  const { nodes, groups, seconds } = design;
  const control = controlLinks(design);
  const links = design.links.filter(({ id }) => !control.has(id));
  const labelOf = (id: string): string => nodes.find((node) => node.id === id)?.label ?? id;

  const link = links.find(({ id }) => linkPrefix + id === targetId);
  const region = groups.find(({ id }) => regionPrefix + id === targetId);
  const breakable = nodes.filter((node) => isHealthy(node) || Object.keys(faultsOf(specOf(node.kind))).length > 0);
  const node = link || region ? undefined : (breakable.find(({ id }) => id === targetId) ?? breakable[0]);
  if (!link && !node && !region) return null;
  const faults: Faults = node ? faultsOf(specOf(node.kind)) : link ? linkFaults : {};
  const others = region ? groups.filter(({ id }) => id !== region.id) : [];
  const betweenActs = others.flatMap(({ id, label }) => ways.map((way) => ({ act: `${way}:${id}`, way, other: id, label })));
  const healthActs: readonly string[] = region
    ? [...regionActs, ...betweenActs.map((each) => each.act)]
    : node && isHealthy(node)
      ? healths
      : [];
  const acts = [...healthActs, ...Object.keys(faults)];
  const act = acts.includes(actName) ? actName : acts[0];
  const isHealth = healthActs.includes(act);
  const field = isHealth ? undefined : faults[act].value;
  const value = field && (amounts[act] ?? field.default);
  const canLast = isHealth ? act !== 'recover' && act !== 'join' : faults[act].lasts === true;
  const count = node ? (placesOf(design, node)?.length ?? instancesOf(node)) : 1;
  const names: Readonly<Record<string, string>> = {
    crash: t.panels.faults.crash,
    hang: t.panels.faults.hang,
    slow: t.panels.faults.slowBy(formatNumber(defaultFactor, 'x')),
    recover: t.panels.faults.recover,
    lose: fields.faults.region.lose,
    gray: fields.faults.region.gray,
    cut: fields.faults.region.cut,
    ...Object.fromEntries(betweenActs.map((each) => [each.act, fields.faults.region.betweenActs[each.way](each.label)])),
    join: fields.faults.region.join,
  };
  const nameOf = (each: string) => (healthActs.includes(each) ? names[each] : faultText(fields, node?.kind ?? null, each).label);

  const add = () => {
    const head = { at, ...(hidden ? { hidden: true as const } : {}) };
    const until = canLast && lasting > 0 ? { seconds: lasting } : {};
    const strength = { ...(value === undefined ? {} : { value }), ...until };
    const chosen = instance === 'all' || Number(instance) >= count ? null : Number(instance);
    const events = (): ScenarioEvent[] => {
      if (region) {
        const between = betweenActs.find((each) => each.act === act);
        const acts = between
          ? partitionBetween(design, region.id, between.other, between.way, lasting)
          : actsOnRegion(design, region.id, act as RegionAct, lasting);
        return acts.map((each) => ({ ...head, ...each }));
      }
      if (!node) return [{ ...head, act: 'strike-link', link: link!.id, fault: act, ...strength }];
      if (!isHealth) return [{ ...head, act: 'strike', node: node.id, instance: chosen, fault: act, ...strength }];
      const factor = act === 'slow' ? { factor: defaultFactor } : {};
      return [{ ...head, act: act as Fault, node: node.id, instance: chosen, ...factor, ...until }];
    };
    designStore.getState().edit('setScenario', (now) => events().reduce(addScenarioEvent, now));
  };
  return (
    <div className={lines.form}>
      <div className={lines.cell}>
        {words.at}
        <NumberBox range={{ min: 0, max: seconds }} value={at} unit="s" label={words.at} onChange={setAt} />
      </div>
      <div className={lines.cell}>
        {words.act}
        <Select value={act} label={words.act} options={acts.map((each) => ({ value: each, label: nameOf(each) }))} onChange={setActName} />
      </div>
      <div className={lines.cell}>
        {words.part}
        <Select
          value={node ? node.id : targetId}
          label={words.part}
          options={[
            ...breakable.map((each) => ({ value: each.id, label: each.label })),
            ...groups.map(({ id, label }) => ({ value: regionPrefix + id, label })),
            ...links.map(({ id, from, to }) => ({ value: linkPrefix + id, label: t.common.link(labelOf(from), labelOf(to)) })),
          ]}
          onChange={setTargetId}
        />
      </div>
      <div className={lines.cell}>
        {words.instance}
        <Select
          value={instance}
          label={words.instance}
          disabled={count < 2 || (!isHealth && faults[act].per === 'node')}
          options={[
            { value: 'all', label: t.panels.faults.all },
            ...Array.from({ length: Math.min(count, 200) }, (_, i) => ({ value: String(i), label: t.common.instance(i + 1) })),
          ]}
          onChange={setInstance}
        />
      </div>
      {field && value !== undefined ? (
        <div className={lines.cell}>
          {fields.faults.amount}
          <NumberBox
            range={field}
            value={value}
            unit={field.unit}
            label={fields.faults.amount}
            onChange={(amount) => setAmounts({ ...amounts, [act]: amount })}
          />
        </div>
      ) : null}
      {canLast ? (
        <div className={lines.cell}>
          {fields.faults.lasts}
          <NumberBox
            range={{ min: 0, max: longestRunSeconds }}
            value={lasting}
            unit="s"
            label={fields.faults.lasts}
            onChange={setLasting}
          />
        </div>
      ) : null}
      <div className={`${lines.wide} ${lines.choice}`}>
        {fields.faults.hide}
        <Switch checked={hidden} label={fields.faults.hide} onChange={setHidden} />
      </div>
      <Button size="small" className={lines.wide} onClick={add}>
        {words.add}
      </Button>
    </div>
  );
}

/** Parts that answer calls can die, hang and be slow. */
const isHealthy = (node: { kind: NodeKind }): boolean => specOf(node.kind).role !== 'source';
