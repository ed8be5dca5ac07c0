import { useText } from '../../i18n/text.ts';
import { useDesign, useSession } from '../../store/hooks.ts';
import { ActButton } from '../ActButton.tsx';
import { DesignSettings } from './DesignSettings.tsx';
import { GroupSettings } from './GroupSettings.tsx';
import styles from './Inspector.module.css';
import { LinkSettings } from './LinkSettings.tsx';
import { NodeSettings } from './NodeSettings.tsx';

/** Everything about what is selected; about the whole design when nothing is. The only place for settings. */
export function Inspector() {
  const t = useText();
  const shown = useSession(({ selection }) => [...selection.nodes, ...selection.links, ...selection.groups].join(' '));
  return (
    <aside className={styles.inspector} id="inspector" aria-label={t.panels.inspector.title} tabIndex={-1}>
      {/* A new selection is read from its beginning. */}
      <div key={shown} className={styles.scroll}>
        <Selected />
      </div>
    </aside>
  );
}

function Selected() {
  const { nodes, links, groups } = useSession((state) => state.selection);
  const count = nodes.length + groups.length || links.length;
  const node = useDesign((state) => (nodes.length === 1 ? state.design.nodes.find((each) => each.id === nodes[0]) : undefined));
  const link = useDesign((state) => (links.length === 1 ? state.design.links.find((each) => each.id === links[0]) : undefined));
  const group = useDesign((state) => (groups.length === 1 ? state.design.groups.find((each) => each.id === groups[0]) : undefined));
  if (count > 1) return <Several count={count} />;
  if (node) return <NodeSettings node={node} />;
  if (group) return <GroupSettings group={group} />;
  if (link) return <LinkSettings link={link} />;
  return <DesignSettings />;
}

function Several({ count }: { count: number }) {
  const t = useText();
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h2 className={styles.bigTitle}>{t.panels.inspector.several(count)}</h2>
        <p className={styles.kind}>{t.panels.inspector.severalHelp}</p>
      </div>
      <div className={styles.tools}>
        <ActButton id="copy" />
        <ActButton id="duplicate" />
        <ActButton id="remove" />
      </div>
    </header>
  );
}
