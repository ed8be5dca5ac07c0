/** The menus of the canvas, made of the same acts as everything else: about a part, a wire, a region, several parts, the empty canvas. */

import { AlignStartVertical, ClipboardPaste, MapPinned, SquarePlus, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { pasteByMenu } from '../../actions/clipboard.ts';
import { BreakItems } from '../../canvas/BreakItems.tsx';
import { handsStore, type OpenMenu, useHands } from '../../canvas/hands/handsStore.ts';
import { useHandsText } from '../../canvas/hands/handsWords.ts';
import { selectedName } from '../../canvas/hands/selectedName.ts';
import type { DesignNode } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun, useSession } from '../../store/hooks.ts';
import { MenuHeading, MenuItem, PointMenu, SubMenu } from '../../ui/Menu.tsx';
import { ActLines } from './ActLines.tsx';
import { ActMenuItem } from './ActMenuItem.tsx';
import { alignMenu, canvasMenus, regionMenu } from './menuActs.ts';

const close = (): void => handsStore.setState({ menu: null });

export function CanvasMenu() {
  const menu = useHands((state) => state.menu);
  const canvas = document.getElementById('canvas');
  if (!menu || !canvas) return null;
  return createPortal(
    <PointMenu key={`${menu.at.x} ${menu.at.y}`} at={menu.at} onClose={close}>
      <Items menu={menu} />
    </PointMenu>,
    canvas,
  );
}

function Items({ menu }: { menu: OpenMenu }) {
  const words = useHandsText();
  const nodes = useSession((state) => state.selection.nodes);
  const links = useSession((state) => state.selection.links);
  const node = useDesign(({ design }) => design.nodes.find(({ id }) => nodes.length === 1 && id === nodes[0]));
  if (menu.about === 'break') return node ? <Breaks node={node} /> : null;
  const heading = menu.about === 'pane' ? null : menu.about === 'link' ? <WireName id={links[0] ?? ''} /> : selectedName(words);
  return (
    <>
      {heading === null ? null : <MenuHeading>{heading}</MenuHeading>}
      {menu.about === 'several' ? (
        <SubMenu name={words.menu.align} icon={<AlignStartVertical size={16} aria-hidden />}>
          <ActLines groups={alignMenu} />
        </SubMenu>
      ) : null}
      <ActLines
        groups={canvasMenus[menu.about]}
        instead={menu.about === 'pane' ? hereItems(menu, words) : { move: <MoveItems />, ...(node ? breakInstead(node) : {}) }}
      />
    </>
  );
}

function WireName({ id }: { id: string }) {
  const { common } = useText();
  return useDesign(({ design }) => {
    const link = design.links.find((each) => each.id === id);
    const label = (end: string | undefined): string => design.nodes.find((node) => node.id === end)?.label ?? '';
    return common.link(label(link?.from), label(link?.to));
  });
}

/** Where the pointer is, not in the middle of what is seen. */
const hereItems = ({ point }: OpenMenu, words: ReturnType<typeof useHandsText>): { addPart: ReactNode; paste: ReactNode } => ({
  addPart: (
    <MenuItem
      icon={<SquarePlus size={16} aria-hidden />}
      onSelect={() => handsStore.setState({ asked: { what: 'add', node: null, at: point } })}
    >
      {words.menu.addHere}
    </MenuItem>
  ),
  paste: (
    <MenuItem icon={<ClipboardPaste size={16} aria-hidden />} onSelect={() => void pasteByMenu(point)}>
      {words.menu.pasteHere}
    </MenuItem>
  ),
});

function MoveItems() {
  const t = useText();
  const hasParts = useSession((state) => state.selection.nodes.length > 0);
  return (
    <>
      <ActMenuItem id="move" />
      {hasParts ? (
        <SubMenu name={t.common.region.name} icon={<MapPinned size={16} aria-hidden />}>
          <ActLines groups={regionMenu} />
        </SubMenu>
      ) : null}
    </>
  );
}

/** The faults at once, beside the line, for what can break. */
const breakInstead = (node: DesignNode): { breakPart?: ReactNode } =>
  specOf(node.kind).role === 'source' ? {} : { breakPart: <BreakMenu node={node} /> };

function BreakMenu({ node }: { node: DesignNode }) {
  const t = useText();
  return (
    <SubMenu name={t.actions.breakPart} icon={<Zap size={16} aria-hidden />}>
      <Breaks node={node} />
    </SubMenu>
  );
}

function Breaks({ node }: { node: DesignNode }) {
  const canRun = useRun((state) => state.index !== null && state.status !== 'finished' && state.status !== 'crashed');
  return <BreakItems node={node} instance={null} disabled={!canRun} />;
}
