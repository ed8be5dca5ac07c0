import { Pause, Play } from 'lucide-react';
import type { Design, DesignNode, Id } from '../../design/design.ts';
import { setLinkParam, setParam } from '../../design/edits.ts';
import { wireFieldsFrom } from '../../design/newWires.ts';
import { specOf } from '../../design/wires.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Step } from '../../lessons/lesson.ts';
import type { AnyFieldText } from '../../nodes/kindText.ts';
import { views } from '../../nodes/views.ts';
import type { Field, Value } from '../../schema/fields.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { togglePlay } from '../../store/runController.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../inspector/FieldRow.tsx';
import { PaletteItem } from '../PaletteItem.tsx';
import { useCanRun } from '../useCanRun.ts';
import styles from './Lesson.module.css';
import type { LessonText } from './lessonText.ts';

/** The one thing that the step is about, at hand where the task is read: nothing of it needs a drag. */
export function StepControl({ control, words }: { control: Step['control']; words: LessonText }) {
  if (control === undefined) return <RunButton words={words} />;
  return (
    <div className={styles.control}>
      <Control control={control} words={words} />
      {'runs' in control ? null : <RunButton words={words} />}
    </div>
  );
}

function Control({ control, words }: { control: NonNullable<Step['control']>; words: LessonText }) {
  const t = useText();
  const design = useDesign((state) => state.design);
  if ('runs' in control) return <RunButton words={words} />;
  if ('palette' in control) {
    const { name, what } = t.kinds[control.palette];
    return <PaletteItem kind={control.palette} icon={views[control.palette].icon} name={name} what={what} />;
  }
  if ('wire' in control) return <WireControl wire={control.wire} field={control.field} design={design} words={words} />;
  const node = design.nodes.find(({ id }) => id === control.part);
  if (!node) return <p className={styles.faint}>{words.goneControl}</p>;
  return control.field === undefined ? <GoTo node={node} words={words} /> : <PartField node={node} field={control.field} />;
}

function GoTo({ node, words }: { node: DesignNode; words: LessonText }) {
  return <Button onClick={() => sessionStore.getState().select({ nodes: [node.id] })}>{words.select(node.label)}</Button>;
}

function PartField({ node, field }: { node: DesignNode; field: string }) {
  const texts = useLateText(fieldWords).kinds[node.kind].fields;
  return (
    <Row
      edit="setParam"
      name={field}
      of={node.label}
      field={specOf(node.kind).fields[field]}
      value={node.params[field]}
      text={texts[field]}
      change={(design, value) => setParam(design, node.id, field, value)}
    />
  );
}

interface WireControlProps {
  wire: readonly [from: Id, to: Id];
  field: string | undefined;
  design: Design;
  words: LessonText;
}

function WireControl({ wire: [from, to], field, design, words }: WireControlProps) {
  const texts = useLateText(fieldWords).link;
  const link = design.links.find((each) => each.from === from && each.to === to);
  const [caller, called] = [from, to].map((id) => design.nodes.find((node) => node.id === id));
  if (!link || !caller || !called) return <p className={styles.faint}>{words.goneControl}</p>;
  const label = `${caller.label} → ${called.label}`;
  if (field === undefined)
    return <Button onClick={() => sessionStore.getState().select({ links: [link.id] })}>{words.select(label)}</Button>;
  return (
    <Row
      edit="setLinkParam"
      name={field}
      of={label}
      field={wireFieldsFrom(caller.kind)[field]}
      value={link.params[field]}
      text={texts[field as keyof typeof texts]}
      change={(now, value) => setLinkParam(now, link.id, field, value)}
    />
  );
}

interface RowProps {
  edit: string;
  name: string;
  of: string;
  field: Field;
  value: Value;
  text: AnyFieldText;
  change: (design: Design, value: Value) => Design;
}

function Row({ edit, name, of, field, value, text, change }: RowProps) {
  const store = designStore.getState();
  return (
    <div className={styles.field}>
      <p className={styles.of}>{of}</p>
      <FieldRow
        name={name}
        field={field}
        value={value}
        words={text}
        onBegin={() => store.beginGesture(edit)}
        onEnd={store.endGesture}
        onChange={(next) => store.edit(edit, (design) => change(design, next))}
      />
    </div>
  );
}

export function RunButton({ words }: { words: LessonText }) {
  const isPlaying = useRun((state) => state.status === 'playing');
  const canRun = useCanRun();
  return (
    <Button look="primary" data-lesson-run disabled={!canRun} onClick={togglePlay}>
      {isPlaying ? <Pause size={16} fill="currentColor" aria-hidden /> : <Play size={16} fill="currentColor" aria-hidden />}
      {isPlaying ? words.pause : words.run}
    </Button>
  );
}
