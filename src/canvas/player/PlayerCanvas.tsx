/** The canvas of a phone: to look at, to move about in, and to press a part. It draws by itself; React Flow stays where editing is. */

import { Maximize, Minus, Plus } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { isSeen, seenParts } from '../../design/sight.ts';
import { useText } from '../../i18n/text.ts';
import { views } from '../../nodes/views.ts';
import { useDesign, useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { HealthSign } from '../HealthSign.tsx';
import { healthText } from '../healthText.ts';
import wires from '../LinkEdge.module.css';
import { startLiveFeed, useHealth, useLive } from '../liveFeed.ts';
import card from '../NodeCard.module.css';
import { atRest } from '../pulse.ts';
import { useUprightPhone } from '../useMedia.ts';
import styles from './Player.module.css';
import { PlayerLayers } from './PlayerLayers.tsx';
import { type SceneCard, type SceneWire, sceneOf } from './scene.ts';
import { usePlayerCamera } from './usePlayerCamera.ts';

/** One press of a zoom button. */
const zoomStep = 1.4;

export function PlayerCanvas({ isEmbedded = false }: { isEmbedded?: boolean }) {
  const t = useText();
  const frame = useRef<HTMLElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const axis = useUprightPhone() ? 'down' : 'across';
  const design = useDesign((state) => state.design);
  const health = useLive((state) => state.health);
  const isLive = useLive((state) => state.readings.size > 0);
  const scene = useMemo(() => sceneOf(design, axis, health), [design, axis, health]);
  const camera = usePlayerCamera(frame, world, scene, isEmbedded);
  useEffect(startLiveFeed, []);
  return (
    <section
      ref={frame}
      id="canvas"
      className={styles.canvas}
      data-live={isLive || undefined}
      data-embedded={isEmbedded || undefined}
      aria-label={t.canvas.title}
      aria-describedby="canvas-summary"
    >
      <div ref={world} className={styles.world}>
        {scene.groups.map(({ id, label, region, x, y, width, height }) => (
          <div key={id} className={styles.group} style={{ transform: `translate(${x}px, ${y}px)`, width, height }}>
            <strong>{label}</strong> {t.common.regions[region]}
          </div>
        ))}
        <svg className={styles.wires} aria-hidden>
          {scene.wires.map((wire) => (
            <Wire key={wire.link.id} wire={wire} />
          ))}
        </svg>
        {scene.cards.map((each) => (
          <PlayerCard key={each.node.id} card={each} />
        ))}
      </div>
      <PlayerLayers frameRef={frame} camera={camera} scene={scene} />
      <div className={styles.zoom} data-floats>
        <button type="button" aria-label={t.canvas.controls.zoomIn} onClick={() => camera.zoomBy(zoomStep)}>
          <Plus size={18} aria-hidden />
        </button>
        <button type="button" aria-label={t.canvas.controls.zoomOut} onClick={() => camera.zoomBy(1 / zoomStep)}>
          <Minus size={18} aria-hidden />
        </button>
        <button type="button" aria-label={t.canvas.controls.fit} onClick={camera.fit}>
          <Maximize size={18} aria-hidden />
        </button>
      </div>
    </section>
  );
}

function Wire({ wire: { link, path, head, isControl } }: { wire: SceneWire }) {
  return (
    <g className={wires.wire} data-link-id={link.id} data-control={isControl || undefined}>
      <path className={wires.line} d={path} />
      <path className={wires.head} d="M0,0 l-8,-4.5 v9 z" transform={head} />
    </g>
  );
}

const PlayerCard = memo(
  function PlayerCard({ card: { node, instances, box } }: { card: SceneCard }) {
    const t = useText();
    const measured = useHealth(node.id);
    const isLooked = useDesign((state) => isSeen(seenParts(state.design), node.id));
    const isSelected = useSession(({ selection }) => selection.nodes.includes(node.id));
    const health = isLooked ? measured : atRest;
    const { icon: Icon } = views[node.kind];
    return (
      <button
        type="button"
        className={`${card.card} ${styles.card}`}
        style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
        data-node-id={node.id}
        data-health={health.word}
        data-selected={isSelected || undefined}
        data-bare={instances === 0 || undefined}
        aria-label={t.canvas.nodeLabel(node.label, t.kinds[node.kind].name, healthText(health, t))}
        aria-haspopup="dialog"
        onClick={() => sessionStore.getState().select({ nodes: [node.id] })}
      >
        <span className={card.head}>
          <Icon size={16} aria-hidden className={card.icon} />
          <span className={card.label}>{node.label}</span>
        </span>
        <span className={`${card.summary} ${styles.summary}`}>{t.kinds[node.kind].summary(node.params)}</span>
        <HealthSign health={health} />
      </button>
    );
  },
  (a, b) =>
    a.card.node === b.card.node && a.card.instances === b.card.instances && a.card.box.x === b.card.box.x && a.card.box.y === b.card.box.y,
);
