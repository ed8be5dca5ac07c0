import type { DesignNode } from '../../design/design.ts';
import { setGroupOf, setParam } from '../../design/edits.ts';
import { specOf } from '../../design/wires.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { views } from '../../nodes/views.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import { CostOf } from './Economy.tsx';
import { FieldForm } from './FieldForm.tsx';
import styles from './Inspector.module.css';
import { NodeGlance } from './NodeGlance.tsx';
import { PartHead } from './PartHead.tsx';
import { Section } from './Section.tsx';

export function NodeSettings({ node }: { node: DesignNode }) {
  const t = useText();
  const words = t.kinds[node.kind];
  const fieldTexts = useLateText(fieldWords).kinds[node.kind].fields;
  const groups = useDesign((state) => state.design.groups);
  const { edit } = designStore.getState();
  return (
    <>
      <PartHead
        id={node.id}
        icon={views[node.kind].icon}
        label={node.label}
        kind={words.name === node.label ? words.what : `${words.name}. ${words.what}`}
      />
      <NodeGlance node={node} />
      <Section title={t.panels.inspector.settings}>
        <FieldForm
          key={node.id}
          fields={specOf(node.kind).fields}
          values={node.params}
          words={fieldTexts}
          edit="setParam"
          onChange={(name, value) => edit('setParam', (design) => setParam(design, node.id, name, value))}
        />
        {groups.length > 0 ? (
          <div className={`${styles.row} ${styles.spaced}`}>
            <span>{t.panels.inspector.inRegion}</span>
            <Select
              value={node.group ?? ''}
              label={t.panels.inspector.inRegion}
              options={[
                { value: '', label: t.panels.inspector.noRegion },
                ...groups.map((group) => ({ value: group.id, label: group.label })),
              ]}
              onChange={(group) => edit('setGroup', (design) => setGroupOf(design, [node.id], group === '' ? null : group))}
            />
          </div>
        ) : null}
      </Section>
      <CostOf key={`cost ${node.id}`} node={node.id} />
    </>
  );
}
