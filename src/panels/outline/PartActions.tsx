import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { BreakItems } from '../../canvas/BreakItems.tsx';
import { tryConnect } from '../../canvas/canvasEdits.ts';
import { refusalLine } from '../../canvas/wireText.ts';
import type { DesignLink, DesignNode } from '../../design/design.ts';
import { removeParts } from '../../design/edits.ts';
import { canConnect, specOf } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { announce } from '../../ui/announce.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { Menu, MenuHeading, MenuItem } from '../../ui/Menu.tsx';
import styles from './Outline.module.css';
import { openSettings } from './openSettings.ts';
import { disconnect, moveToGroup } from './outlineEdits.ts';
import { outlineText } from './outlineWords.ts';

interface PartActionsProps {
  node: DesignNode;
  wires: readonly DesignLink[];
  isCurrent: boolean;
  onRename: () => void;
}

/** All that can be done to a part on the canvas, as buttons; only those of the current line are stops of the Tab key. */
export function PartActions({ node, wires, isCurrent, onRename }: PartActionsProps) {
  const t = useText();
  const words = useLateText(outlineText);
  const hasGroups = useDesign((state) => state.design.groups.length > 0);
  const { calls, role } = specOf(node.kind);
  const tabIndex = isCurrent ? 0 : -1;
  const remove = (): void => {
    if (!designStore.getState().edit('remove', (design) => removeParts(design, { nodes: [node.id] }))) return;
    sessionStore.getState().select({});
    announce(t.events.deleted(1), 'answer');
  };
  return (
    <fieldset className={styles.actions} aria-label={words.actionsOf(node.label)}>
      {calls.length > 0 || role === 'operator' ? (
        <Menu trigger={<Act does="connect" name={words.connectOf(node.label)} tabIndex={tabIndex} label={words.connect} />}>
          <ConnectItems from={node} />
        </Menu>
      ) : null}
      {wires.length > 0 ? (
        <Menu
          trigger={
            <Act does="disconnect" name={`${words.disconnect}: ${node.label}`} tabIndex={tabIndex} label={words.disconnect} isMenu />
          }
        >
          <DisconnectItems wires={wires} from={node.label} />
        </Menu>
      ) : null}
      {role === 'source' ? null : (
        <Menu
          trigger={
            <Act does="break" name={t.canvas.breaking.menu(node.label)} tabIndex={tabIndex} label={t.canvas.breaking.button} isMenu />
          }
        >
          <Breaking node={node} />
        </Menu>
      )}
      <Act
        does="edit"
        name={words.editOf(node.label)}
        tabIndex={tabIndex}
        label={words.edit}
        onClick={() => openSettings({ nodes: [node.id] })}
      />
      <Act does="rename" name={words.renameOf(node.label)} tabIndex={tabIndex} label={words.rename} onClick={onRename} />
      {hasGroups ? (
        <Menu trigger={<Act does="move" name={words.moveOf(node.label)} tabIndex={tabIndex} label={words.move} />}>
          <MoveItems node={node} />
        </Menu>
      ) : null}
      <Act does="remove" name={words.removeOf(node.label)} tabIndex={tabIndex} label={words.remove} onClick={remove} />
    </fieldset>
  );
}

interface ActProps extends ButtonProps {
  does: string;
  /** In full, with the part's name; begins with or holds what is seen. */
  name: string;
  label: string;
  isMenu?: boolean;
}

export function Act({ does, name, label, isMenu = false, ...rest }: ActProps): ReactElement {
  return (
    <Button {...rest} look="quiet" size="small" className={styles.act} data-do={does} aria-label={name}>
      {label}
      {isMenu ? <ChevronDown size={12} aria-hidden /> : null}
    </Button>
  );
}

/** Where calls may go, and, so that nobody looks in vain, where not and why. */
function ConnectItems({ from }: { from: DesignNode }) {
  const t = useText();
  const words = useLateText(outlineText);
  const design = useDesign((state) => state.design);
  const others = design.nodes.filter(({ id }) => id !== from.id);
  const answers = others.map((node) => ({ node, answer: canConnect(design, from.id, node.id) }));
  return (
    <>
      <MenuHeading>{words.connectTo}</MenuHeading>
      {answers.map(({ node, answer }) =>
        answer.ok ? (
          <MenuItem key={node.id} shortcut={t.kinds[node.kind].name} onSelect={() => tryConnect(from.id, node.id)}>
            {node.label}
          </MenuItem>
        ) : null,
      )}
      {answers.every(({ answer }) => answer.ok) ? null : <MenuHeading>{words.cannot}</MenuHeading>}
      {answers.map(({ node, answer }) =>
        answer.ok ? null : (
          <MenuItem key={node.id} shortcut={refusalLine(answer.reason, t)} disabled onSelect={() => undefined}>
            {node.label}
          </MenuItem>
        ),
      )}
    </>
  );
}

function DisconnectItems({ wires, from }: { wires: readonly DesignLink[]; from: string }) {
  const words = useLateText(outlineText);
  const nodes = useDesign((state) => state.design.nodes);
  return wires.map((link) => {
    const to = nodes.find(({ id }) => id === link.to)?.label ?? '';
    const cut = (): void => {
      if (disconnect(link.id)) announce(words.disconnected(from, to), 'answer');
    };
    return (
      <MenuItem key={link.id} onSelect={cut}>
        {words.wire(to)}
      </MenuItem>
    );
  });
}

function Breaking({ node }: { node: DesignNode }) {
  const canRun = useRun((state) => state.index !== null && state.status !== 'finished' && state.status !== 'crashed');
  return <BreakItems node={node} instance={null} disabled={!canRun} />;
}

function MoveItems({ node }: { node: DesignNode }) {
  const words = useLateText(outlineText);
  const groups = useDesign((state) => state.design.groups);
  const move = (group: string | null, text: string) => () => {
    if (group === node.group) return;
    if (moveToGroup(node.id, group)) announce(text, 'answer');
  };
  return (
    <>
      {groups.map(({ id, label }) => (
        <MenuItem key={id} checked={node.group === id} onSelect={move(id, words.moved(node.label, label))}>
          {label}
        </MenuItem>
      ))}
      <MenuItem checked={node.group === null} onSelect={move(null, words.movedOut(node.label))}>
        {words.noRegion}
      </MenuItem>
    </>
  );
}
