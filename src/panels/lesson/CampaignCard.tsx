import { CircleCheck, Hammer, OctagonAlert, Play, RotateCcw, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { type LeverId, rateOf } from '../../lessons/campaign.ts';
import { campaignRounds, levers } from '../../library/campaign.ts';
import {
  type CampaignState,
  campaignStore,
  goToNextRound,
  leaveCampaign,
  playRound,
  pull,
  startOverCampaign,
} from '../../store/campaign.ts';
import { useDesign } from '../../store/hooks.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatRate, formatShare } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { type CampaignText, campaignText } from './campaignText.ts';
import styles from './Lesson.module.css';

/** Twice the traffic each round; what gives way is named, and what relieves it is there from then on. */
export function CampaignCard() {
  const words = useLateText(campaignText);
  const state = useStore(campaignStore);
  const { campaign, phase } = state;
  const rate = formatRate(rateOf(campaign.round));
  return (
    <aside data-beside className={styles.column} id="inspector" aria-label={words.label} tabIndex={-1}>
      <div className={styles.scroll}>
        <section className={styles.card} aria-label={words.title} data-testid="campaign" data-round={campaign.round} data-phase={phase}>
          <header className={styles.head}>
            <div className={styles.titles}>
              <p className={styles.faint}>{words.round(Math.min(campaign.round + 1, campaignRounds), campaignRounds)}</p>
              <h2 className={styles.title}>{words.title}</h2>
            </div>
            <IconButton label={words.leave} onClick={() => void leaveCampaign()}>
              <X size={18} aria-hidden />
            </IconButton>
          </header>
          {phase === 'over' ? (
            <p className={styles.goal}>{words.over(rate)}</p>
          ) : (
            <>
              <p className={styles.goal}>{words.intro(rate)}</p>
              <Round state={state} words={words} />
              <Levers state={state} words={words} />
            </>
          )}
          <Story state={state} words={words} />
          <Button look="quiet" size="small" onClick={() => void startOverCampaign()}>
            <RotateCcw size={14} aria-hidden />
            {words.startOver}
          </Button>
        </section>
      </div>
    </aside>
  );
}

interface PartProps {
  state: CampaignState;
  words: CampaignText;
}

function Round({ state: { campaign, phase, limit }, words }: PartProps) {
  const label = useDesign(({ design }) => design.nodes.find(({ id }) => id === limit?.part)?.label ?? '');
  const said = phase === 'held' ? words.held : limit ? words.limit(label, formatShare(limit.busy), formatCount(limit.second)) : '';
  useEffect(() => announce(said, 'answer'), [said]);
  return (
    <>
      {limit ? (
        <p className={styles.hint} data-testid="campaign-limit" data-part={limit.part}>
          <OctagonAlert size={16} aria-hidden />
          <span>
            {said} <strong>{words.unlocked(words.levers[limit.lever].name)}</strong>
          </span>
        </p>
      ) : null}
      {phase === 'held' ? (
        <p className={styles.done}>
          <CircleCheck size={18} aria-hidden />
          {words.held}
        </p>
      ) : null}
      {phase === 'held' ? (
        <Button look="primary" onClick={goToNextRound}>
          {words.next(formatRate(rateOf(campaign.round + 1)))}
        </Button>
      ) : (
        <Button look={phase === 'limit' ? 'plain' : 'primary'} disabled={phase === 'playing'} onClick={playRound}>
          <Play size={16} fill="currentColor" aria-hidden />
          {phase === 'playing' ? words.playing : words.play}
        </Button>
      )}
    </>
  );
}

/** Only what was unlocked, and can be built on what stands there. */
function Levers({ state: { campaign, phase, limit }, words }: PartProps) {
  const design = useDesign((store) => store.design);
  const may = (id: LeverId) => levers.find((lever) => lever.id === id)?.fits(design) ?? false;
  const there = campaign.unlocked.filter(may);
  return (
    <section aria-label={words.build} className={styles.choices}>
      <h3 className={styles.subtitle}>{words.build}</h3>
      {there.length === 0 ? <p className={styles.faint}>{words.none}</p> : null}
      {there.map((id) => (
        <Button
          key={id}
          look={limit?.lever === id ? 'primary' : 'plain'}
          data-lever={id}
          disabled={phase === 'playing'}
          onClick={() => pull(id)}
        >
          <Hammer size={16} aria-hidden />
          {words.levers[id].name}
        </Button>
      ))}
    </section>
  );
}

function Story({ state: { campaign }, words }: PartProps) {
  const design = useDesign((store) => store.design);
  if (campaign.limits.length === 0) return null;
  const labelOf = (id: string) => design.nodes.find((node) => node.id === id)?.label ?? id;
  return (
    <section aria-label={words.story}>
      <h3 className={styles.subtitle}>{words.story}</h3>
      <ol className={styles.story}>
        {campaign.limits.map((limit, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a story is only ever added to
          <li key={i}>{words.storyLine(limit.round + 1, labelOf(limit.part), words.levers[limit.lever].name)}</li>
        ))}
      </ol>
    </section>
  );
}
