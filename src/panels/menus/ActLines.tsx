import { Fragment, type ReactNode } from 'react';
import type { ActId } from '../../actions/act.ts';
import { MenuSeparator } from '../../ui/Menu.tsx';
import { ActMenuItem } from './ActMenuItem.tsx';
import type { MenuActs } from './menuActs.ts';

/** Acts as lines of a menu, a line between two groups. `instead` puts something more fitting in an act's place. */
export function ActLines({ groups, instead = {} }: { groups: MenuActs; instead?: Partial<Readonly<Record<ActId, ReactNode>>> }) {
  return groups.map((group, i) => (
    <Fragment key={group[0]}>
      {i > 0 ? <MenuSeparator /> : null}
      {group.map((id) => (
        <Fragment key={id}>{instead[id] ?? <ActMenuItem id={id} />}</Fragment>
      ))}
    </Fragment>
  ));
}
