import { Suspense } from 'react';
import { strangersOf } from '../../design/strangerNotes.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useSession } from '../../store/hooks.ts';
import { latePart } from '../../ui/latePart.tsx';
import { ActButton } from '../ActButton.tsx';
import { LatePlace } from '../LatePlace.tsx';
import { DesignSettings } from './DesignSettings.tsx';
import styles from './Inspector.module.css';
import { useParts, usePartsSoon } from './lateParts.ts';

/** Only for who selects several. */
const Arrange = latePart(async () => (await import('./Arrange.tsx')).Arrange);

/** Everything about what is selected; about the whole design when nothing is. The only place for settings. */
export function Inspector() {
  const t = useText();
  usePartsSoon();
  const shown = useSession(({ selection }) => [...selection.nodes, ...selection.links, ...selection.groups, ...selection.notes].join(' '));
  return (
    <aside className={styles.inspector} id="inspector" aria-label={t.panels.inspector.title} tabIndex={-1}>
      {/* A new selection is read from its beginning. */}
      <div key={shown} className={styles.scroll}>
        <Suspense>
          <Selected />
        </Suspense>
      </div>
    </aside>
  );
}

function Selected() {
  const { nodes, links, groups, notes } = useSession((state) => state.selection);
  const count = nodes.length + groups.length || links.length || notes.length;
  if (count > 1) return <Several count={count} />;
  return count === 1 ? <Part /> : <DesignSettings />;
}

/** What is selected alone; of a note, or of what is there no more, there is nothing to say. */
function Part() {
  const { GroupSettings, LinkSettings, NodeSettings, StrangerPart } = useParts();
  const { nodes, links, groups, notes } = useSession((state) => state.selection);
  const node = useDesign((state) => state.design.nodes.find(({ id }) => id === nodes[0]));
  const group = useDesign((state) => state.design.groups.find(({ id }) => id === groups[0]));
  const link = useDesign((state) => state.design.links.find(({ id }) => id === links[0]));
  const stranger = useDesign((state) => strangersOf(state.design).find(({ id }) => id === notes[0]));
  if (node) return <NodeSettings node={node} />;
  if (group) return <GroupSettings group={group} />;
  if (link) return <LinkSettings link={link} />;
  return stranger ? <StrangerPart note={stranger} /> : <DesignSettings />;
}

function Several({ count }: { count: number }) {
  const t = useText();
  return (
    <>
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
      <div className={styles.section}>
        <LatePlace>
          <Arrange />
        </LatePlace>
      </div>
    </>
  );
}
