import { ChevronDown, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { mayCall, specOf } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { type NodeKind, nodeKinds } from '../../nodes/specs.ts';
import { useDesign, useSession } from '../../store/hooks.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import fields from '../../ui/Field.module.css';
import { Select } from '../../ui/Select.tsx';
import styles from './Outline.module.css';
import { addPart, addRegion } from './outlineEdits.ts';
import { outlineText } from './outlineWords.ts';

type Addable = NodeKind | 'region';

/**
 * Which part to add and who is to call it. Native lists: comboboxes that every screen reader, phone and voice control knows, with
 * typing ahead. The part just added is offered as the caller of the next one, so that a chain is built by choosing and pressing Enter.
 */
export function AddPart() {
  const t = useText();
  const words = useLateText(outlineText);
  const [kind, setKind] = useState<Addable>('users');
  const [wanted, setWanted] = useState<string | null>(null);
  const nodes = useDesign((state) => state.design.nodes);
  const selected = useSession(({ selection }) => (selection.nodes.length === 1 ? selection.nodes[0] : null));
  const callers = kind === 'region' ? [] : nodes.filter((node) => mayCall(node.kind, kind));
  const caller = callers.find(({ id }) => id === (wanted ?? selected)) ?? null;
  const categories = [...new Set(nodeKinds.map((each) => specOf(each).category))];
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const label = kind === 'region' ? addRegion() : addPart(kind, caller?.id ?? null)?.label;
    if (label) announce(caller ? words.addedAfter(label, caller.label) : words.added(label), 'answer');
    setWanted(null);
  };
  return (
    <form className={styles.add} onSubmit={add}>
      <span className={`${fields.selectWrap} ${styles.choice}`}>
        <select
          className={`${fields.box} ${fields.select}`}
          value={kind}
          aria-label={words.addWhat}
          data-add
          onChange={(event) => {
            setKind(event.currentTarget.value as Addable);
            setWanted(null);
          }}
        >
          {categories.map((category) => (
            <optgroup key={category} label={t.common.categories[category]}>
              {nodeKinds
                .filter((each) => specOf(each).category === category)
                .map((each) => (
                  <option key={each} value={each}>
                    {t.kinds[each].name}
                  </option>
                ))}
            </optgroup>
          ))}
          <option value="region">{t.common.region.name}</option>
        </select>
        <ChevronDown size={16} aria-hidden />
      </span>
      <Select
        className={styles.choice}
        value={caller?.id ?? ''}
        label={words.addHow}
        options={[{ value: '', label: words.addAlone }, ...callers.map(({ id, label }) => ({ value: id, label: words.addAfter(label) }))]}
        onChange={setWanted}
        disabled={callers.length === 0}
      />
      <Button type="submit">
        <Plus size={16} aria-hidden />
        {words.add}
      </Button>
    </form>
  );
}
