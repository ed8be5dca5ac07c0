import { X } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import type { DesignNode } from '../design/design.ts';
import { useText } from '../i18n/text.ts';
import { views } from '../nodes/views.ts';
import { useDesign, useRun, useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import { formatDuration, formatRate, formatShare, nothing } from '../ui/format.ts';
import { ActButton } from './ActButton.tsx';
import head from './inspector/Inspector.module.css';
import { useParts, usePartsSoon } from './inspector/lateParts.ts';
import styles from './Player.module.css';
import { Clock, PlayButton } from './RunBar.tsx';
import { usersNow } from './usersNow.ts';

/** The run bar of a phone: one big button and three numbers. */
export function Player() {
  const t = useText();
  const layout = useRun((state) => state.layout);
  const frames = useRun((state) => state.frames);
  const now = useMemo(() => (layout ? usersNow(frames, layout) : null), [layout, frames]);
  const words = t.panels.player;
  const failedShare = now ? now.failedPerSecond / Math.max(now.offered, now.failedPerSecond, 1e-9) : -1;
  const numbers = [
    { label: words.offered, value: now ? formatRate(now.offered) : nothing },
    { label: words.p99, value: now && now.p99 >= 0 ? formatDuration(now.p99, t.common.duration) : nothing },
    { label: words.errors, value: failedShare < 0 ? nothing : formatShare(failedShare) },
  ];
  return (
    <section className={styles.player} id="run" aria-label={t.panels.run.label}>
      <PlayButton className={styles.play} />
      <dl className={styles.numbers}>
        {numbers.map(({ label, value }) => (
          <div key={label} className={styles.number}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.clock}>
        <Clock />
        <span>
          <ActButton id="stepBack" />
          <ActButton id="stepFrame" />
          <ActButton id="restart" />
        </span>
      </div>
    </section>
  );
}

/** What was tapped, from below: how it is doing, and how to break it. */
export function BottomSheet() {
  const t = useText();
  usePartsSoon();
  const nodeId = useSession((state) => (state.selection.nodes.length === 1 ? state.selection.nodes[0] : null));
  const node = useDesign((state) => state.design.nodes.find((each) => each.id === nodeId));
  if (!node) return null;
  const Icon = views[node.kind].icon;
  return (
    <aside className={styles.sheet} aria-label={t.panels.player.sheet}>
      <header className={`${head.head} ${styles.sheetHead}`}>
        <span className={head.icon}>
          <Icon size={20} aria-hidden />
        </span>
        <div className={head.titles}>
          <h2 className={head.bigTitle}>{node.label}</h2>
          <p className={head.kind}>{t.kinds[node.kind].what}</p>
        </div>
        <Button look="quiet" square aria-label={t.common.close} onClick={() => sessionStore.getState().select({})}>
          <X size={18} aria-hidden />
        </Button>
      </header>
      <div className={styles.sheetBody}>
        <Suspense>
          <Glance node={node} />
        </Suspense>
        <p className={styles.editHint}>{t.panels.player.editHint}</p>
      </div>
    </aside>
  );
}

function Glance({ node }: { node: DesignNode }) {
  const { NodeGlance } = useParts();
  return <NodeGlance node={node} />;
}
