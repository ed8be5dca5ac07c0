import { withDesk } from '../../canvas/desk.ts';
import type { Id } from '../../design/design.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign } from '../../store/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './Inspector.module.css';

/** The region that parts stand in; choosing another one moves them into it. */
export function MoveInto({ nodes }: { nodes: readonly Id[] }) {
  const words = useText().panels.inspector;
  const groups = useDesign((state) => state.design.groups);
  const now = useDesign(({ design }) => {
    const homes = new Set(design.nodes.filter(({ id }) => nodes.includes(id)).map(({ group }) => group ?? ''));
    return homes.size === 1 ? [...homes][0] : null;
  });
  if (groups.length === 0) return null;
  return (
    <div className={`${styles.row} ${styles.spaced}`}>
      <span>{words.inRegion}</span>
      <Select
        value={now ?? 'mixed'}
        label={words.inRegion}
        options={[
          ...(now === null ? [{ value: 'mixed', label: '…' }] : []),
          { value: '', label: words.noRegion },
          ...groups.map((group) => ({ value: group.id, label: group.label })),
        ]}
        onChange={(group) => {
          if (group !== 'mixed') withDesk((desk) => desk.moveInto(nodes, group === '' ? null : group));
        }}
      />
    </div>
  );
}
