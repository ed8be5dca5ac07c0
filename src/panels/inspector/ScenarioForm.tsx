import { X } from 'lucide-react';
import { Suspense } from 'react';
import type { ScenarioEvent } from '../../design/design.ts';
import { removeScenarioEvent, revealScenario } from '../../design/edits.ts';
import { type FieldWords, fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock, nothing } from '../../ui/format.ts';
import { scenarioText } from '../scenarioText.ts';
import styles from './Inspector.module.css';
import { useParts } from './lateParts.ts';
import lines from './Scenario.module.css';
import { Section } from './Section.tsx';

/** What happens by itself in every run, and when. */
export function ScenarioForm() {
  const t = useText();
  const design = useDesign((state) => state.design);
  const words = t.panels.scenario;
  const hidden = design.scenario.filter((event) => event.hidden).length;
  return (
    <Section title={words.title} help={words.help}>
      {design.scenario.length === 0 ? <p className={styles.help}>{words.empty}</p> : null}
      <ol>
        {design.scenario.map((event, index) =>
          event.hidden ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in everything but their place
            <li key={`${index}/${JSON.stringify(event)}`} className={lines.event}>
              <span className={lines.at}>{formatClock(event.at)}</span>
              <Suspense fallback={<span className={lines.what}>{nothing}</span>}>
                {needsFieldWords(event) ? <SettingLine event={event} index={index} /> : <EventLine event={event} index={index} />}
              </Suspense>
            </li>
          ),
        )}
      </ol>
      <Suspense fallback={null}>
        {hidden > 0 ? <HiddenEvents count={hidden} /> : null}
        {design.nodes.length === 0 ? <p className={styles.help}>{words.noParts}</p> : <PlanEvent />}
      </Suspense>
    </Section>
  );
}

function PlanEvent() {
  const { AddEvent } = useParts();
  return <AddEvent />;
}

/** How many there are is all that is said of what is concealed. */
function HiddenEvents({ count }: { count: number }) {
  const { faults: words } = useLateText(fieldWords);
  return (
    <p className={lines.event}>
      <span className={lines.at}>?</span>
      <span className={lines.what}>{words.hidden(count)}</span>
      <Button look="quiet" size="small" onClick={() => designStore.getState().edit('setScenario', revealScenario)}>
        {words.reveal}
      </Button>
    </p>
  );
}

/** Whether an event is told in the words of settings and faults, which come late. */
const needsFieldWords = (event: ScenarioEvent): boolean =>
  event.act === 'set' || event.act === 'set-link' || 'fault' in event || ('seconds' in event && event.seconds !== undefined);

interface LineProps {
  event: ScenarioEvent;
  index: number;
  fields?: FieldWords;
}

/** An event that names a setting or a fault. */
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
