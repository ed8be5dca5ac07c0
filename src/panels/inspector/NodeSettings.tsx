import { useMemo } from 'react';
import type { DesignNode } from '../../design/design.ts';
import { setParam } from '../../design/edits.ts';
import { specOf } from '../../design/wires.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { views } from '../../nodes/views.ts';
import { designStore } from '../../store/designStore.ts';
import { CostOf } from './Economy.tsx';
import { FieldForm } from './FieldForm.tsx';
import { MoveInto } from './MoveInto.tsx';
import { NodeGlance } from './NodeGlance.tsx';
import { PartHead } from './PartHead.tsx';
import { PartProblems } from './PartProblems.tsx';
import { Section } from './Section.tsx';

export function NodeSettings({ node }: { node: DesignNode }) {
  const t = useText();
  const words = t.kinds[node.kind];
  const fieldTexts = useLateText(fieldWords).kinds[node.kind].fields;
  const { edit } = designStore.getState();
  const only = useMemo(() => [node.id], [node.id]);
  return (
    <>
      <PartHead
        id={node.id}
        icon={views[node.kind].icon}
        label={node.label}
        docsOf={node.kind}
        kind={words.name === node.label ? words.what : `${words.name}. ${words.what}`}
      />
      <PartProblems id={node.id} />
      <NodeGlance node={node} />
      <Section title={t.panels.inspector.settings}>
        <FieldForm
          key={node.id}
          of={node.id}
          fields={specOf(node.kind).fields}
          values={node.params}
          words={fieldTexts}
          edit="setParam"
          onChange={(name, value) => edit('setParam', (design) => setParam(design, node.id, name, value))}
        />
        <MoveInto nodes={only} />
      </Section>
      <CostOf key={`cost ${node.id}`} node={node.id} />
    </>
  );
}
