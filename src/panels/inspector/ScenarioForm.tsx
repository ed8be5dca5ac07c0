import { X } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { DesignNode, Fault, ScenarioEvent } from '../../design/design.ts';
import { addScenarioEvent, removeScenarioEvent } from '../../design/edits.ts';
import { instancesOf } from '../../design/rules.ts';
import { specOf } from '../../design/wires.ts';
import { type FieldWords, fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatNumber, nothing } from '../../ui/format.ts';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { scenarioText } from '../scenarioText.ts';
import styles from './Inspector.module.css';
import lines from './Scenario.module.css';
import { Section } from './Section.tsx';

/** What happens by itself in every run, and when. */
export function ScenarioForm() {
  const t = useText();
  const design = useDesign((state) => state.design);
  const words = t.panels.scenario;
  const breakable = design.nodes.filter((node) => specOf(node.kind).role !== 'source');
  return (
    <Section title={words.title} help={words.help}>
      {design.scenario.length === 0 ? <p className={styles.help}>{words.empty}</p> : null}
      <ol>
        {design.scenario.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in everything but their place
          <li key={`${index}/${JSON.stringify(event)}`} className={lines.event}>
            <span className={lines.at}>{formatClock(event.at)}</span>
            <Suspense fallback={<span className={lines.what}>{nothing}</span>}>
              {event.act === 'set' || event.act === 'set-link' ? (
                <SettingLine event={event} index={index} />
              ) : (
                <EventLine event={event} index={index} />
              )}
            </Suspense>
          </li>
        ))}
      </ol>
      {breakable.length === 0 ? <p className={styles.help}>{words.noParts}</p> : <AddEvent nodes={breakable} />}
    </Section>
  );
}

interface LineProps {
  event: ScenarioEvent;
  index: number;
  fields?: FieldWords;
}

/** An event that names a setting of a part or a wire. */
function SettingLine(props: LineProps) {
  return <EventLine {...props} fields={useLateText(fieldWords)} />;
}

function EventLine({ event, index, fields }: LineProps) {
  const t = useText();
  const design = useDesign((state) => state.design);
  const words = t.panels.scenario;
  const what = scenarioText(event, design, fields, t);
  return (
    <>
      <span className={lines.what}>{what}</span>
      <Button
        look="quiet"
        size="small"
        square
        aria-label={words.remove(what)}
        title={words.remove(what)}
        onClick={() => designStore.getState().edit('setScenario', (now) => removeScenarioEvent(now, index))}
      >
        <X size={14} aria-hidden />
      </Button>
    </>
  );
}

const faults: readonly Fault[] = ['crash', 'hang', 'slow', 'recover'];
const defaultFactor = 5;

function AddEvent({ nodes }: { nodes: readonly DesignNode[] }) {
  const t = useText();
  const seconds = useDesign((state) => state.design.seconds);
  const [at, setAt] = useState(60);
  const [fault, setFault] = useState<Fault>('crash');
  const [nodeId, setNodeId] = useState('');
  const [instance, setInstance] = useState('all');
  const words = t.panels.scenario;
  const node = nodes.find((each) => each.id === nodeId) ?? nodes[0];
  const count = instancesOf(node);
  const names = {
    crash: t.panels.faults.crash,
    hang: t.panels.faults.hang,
    slow: t.panels.faults.slowBy(formatNumber(defaultFactor, 'x')),
    recover: t.panels.faults.recover,
  };
  const add = () => {
    const chosen = instance === 'all' || Number(instance) >= count ? null : Number(instance);
    const factor = fault === 'slow' ? { factor: defaultFactor } : {};
    designStore
      .getState()
      .edit('setScenario', (design) => addScenarioEvent(design, { at, act: fault, node: node.id, instance: chosen, ...factor }));
  };
  return (
    <div className={lines.form}>
      <div className={lines.cell}>
        {words.at}
        <NumberBox range={{ min: 0, max: seconds }} value={at} unit="s" label={words.at} onChange={setAt} />
      </div>
      <div className={lines.cell}>
        {words.act}
        <Select value={fault} label={words.act} options={faults.map((each) => ({ value: each, label: names[each] }))} onChange={setFault} />
      </div>
      <div className={lines.cell}>
        {words.part}
        <Select
          value={node.id}
          label={words.part}
          options={nodes.map((each) => ({ value: each.id, label: each.label }))}
          onChange={setNodeId}
        />
      </div>
      <div className={lines.cell}>
        {words.instance}
        <Select
          value={instance}
          label={words.instance}
          disabled={count < 2}
          options={[
            { value: 'all', label: t.panels.faults.all },
            ...Array.from({ length: Math.min(count, 200) }, (_, i) => ({ value: String(i), label: t.common.instance(i + 1) })),
          ]}
          onChange={setInstance}
        />
      </div>
      <Button size="small" className={lines.wide} onClick={add}>
        {words.add}
      </Button>
    </div>
  );
}
