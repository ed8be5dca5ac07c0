/** Order among several selected parts: in line, at equal gaps, into one region. The same acts as in menus and by keys. */

import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Group,
  type LucideIcon,
  Ungroup,
} from 'lucide-react';
import type { ActId } from '../../actions/act.ts';
import { actNamed } from '../../actions/acts.ts';
import { useEnabled } from '../../actions/useEnabled.ts';
import { useText } from '../../i18n/text.ts';
import { useSession } from '../../store/hooks.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { shortcutOf } from '../ActButton.tsx';
import styles from './Inspector.module.css';
import { MoveInto } from './MoveInto.tsx';

const rows: readonly (readonly (readonly [ActId, LucideIcon])[])[] = [
  [
    ['alignLeft', AlignStartVertical],
    ['alignCentre', AlignCenterVertical],
    ['alignRight', AlignEndVertical],
    ['distributeAcross', AlignHorizontalDistributeCenter],
    ['group', Group],
  ],
  [
    ['alignTop', AlignStartHorizontal],
    ['alignMiddle', AlignCenterHorizontal],
    ['alignBottom', AlignEndHorizontal],
    ['distributeDown', AlignVerticalDistributeCenter],
    ['ungroup', Ungroup],
  ],
];

export function Arrange() {
  const nodes = useSession((state) => state.selection.nodes);
  return (
    <>
      {rows.map((row) => (
        <div key={row[0][0]} className={styles.arrange}>
          {row.map(([id, icon]) => (
            <ArrangeButton key={id} id={id} icon={icon} />
          ))}
        </div>
      ))}
      {nodes.length > 0 ? <MoveInto nodes={nodes} /> : null}
    </>
  );
}

function ArrangeButton({ id, icon: Icon }: { id: ActId; icon: LucideIcon }) {
  const t = useText();
  const act = actNamed(id);
  const enabled = useEnabled(act);
  return (
    <IconButton label={t.actions[id]} shortcut={shortcutOf(id)} look="quiet" disabled={!enabled} onClick={act.perform}>
      <Icon size={18} aria-hidden />
    </IconButton>
  );
}
