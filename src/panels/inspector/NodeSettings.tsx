import type { DesignNode } from '../../design/design.ts';
import { setGroupOf, setParam } from '../../design/edits.ts';
import { specOf } from '../../design/wires.ts';
import { useText } from '../../i18n/text.ts';
import { views } from '../../nodes/views.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import { FaultControls } from './FaultControls.tsx';
import { FieldForm } from './FieldForm.tsx';
import styles from './Inspector.module.css';
import { NowNumbers } from './NowNumbers.tsx';
import { PartHead } from './PartHead.tsx';
import { Section } from './Section.tsx';
import { Theory } from './Theory.tsx';

export function NodeSettings({ node }: { node: DesignNode }) {
  const t = useText();
  const words = t.kinds[node.kind];
  const groups = useDesign((state) => state.design.groups);
  const { edit } = designStore.getState();
  // Users do not break; what they do is the workload's.
  const isSource = specOf(node.kind).role === 'source';
  return (
    <>
      <PartHead
        id={node.id}
        icon={views[node.kind].icon}
        label={node.label}
        kind={words.name === node.label ? words.what : `${words.name}. ${words.what}`}
      />
      {isSource ? null : <FaultControls key={node.id} node={node} />}
      <NowNumbers node={node.id} kind={node.kind} />
      <Theory key={`theory ${node.id}`} node={node.id} />
      <Section title={t.panels.inspector.settings}>
        <FieldForm
          key={node.id}
          fields={specOf(node.kind).fields}
          values={node.params}
          words={words.fields}
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
    </>
  );
}
