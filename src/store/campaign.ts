/** The campaign that is played: its round in hand, what gave way, and what may be built. Kept on this device; touches no document. */

import { createStore } from 'zustand/vanilla';
import {
  type Campaign,
  campaignBegun,
  campaignId,
  campaignTitles,
  isOver,
  type LeverId,
  type Limit,
  limitOf,
  nextRound,
  offeredBy,
  pulled,
  readCampaign,
  unlockedBy,
} from '../lessons/campaign.ts';
import { browserShelf } from './browserShelf.ts';
import { designStore } from './designStore.ts';
import { fetchParser } from './documents.ts';
import { inReadersWords, lookAt, openLast } from './persistence.ts';
import { pause, playTo, restart } from './runController.ts';
import { runStore } from './runStore.ts';
import { sessionStore } from './sessionStore.ts';
import { situationNow } from './situation.ts';

export interface CampaignState {
  campaign: Campaign;
  phase: 'ready' | 'playing' | 'limit' | 'held' | 'over';
  /** Of the round that was played last. */
  limit: Limit | null;
}

export const campaignStore = createStore<CampaignState>()(() => ({ campaign: campaignBegun(), phase: 'ready', limit: null }));

const key = 'campaign';
let stopWatching: (() => void) | null = null;

/** Opens it where it was left. */
export async function openCampaign(): Promise<boolean> {
  await begin((await kept()) ?? campaignBegun());
  return true;
}

export async function startOverCampaign(): Promise<void> {
  await begin(campaignBegun());
  save();
}

async function begin(campaign: Campaign): Promise<void> {
  stopWatching?.();
  const design = await inReadersWords(campaign.design, campaignTitles[sessionStore.getState().locale]);
  campaignStore.setState({ campaign: { ...campaign, design }, phase: isOver(campaign) ? 'over' : 'ready', limit: null });
  await lookAt(design, campaignId);
  history.replaceState(null, '', `${location.pathname}${location.search}#l=${campaignId}`);
  sessionStore.getState().set({ runLocked: false, inspectorOpen: true });
  offer();
  const stops = [
    campaignStore.subscribe(offer),
    runStore.subscribe(({ status }, before) => {
      if (status === 'finished' && before.status !== 'finished') judged();
    }),
    sessionStore.subscribe(({ lesson }) => {
      if (lesson !== campaignId) stopWatching?.();
    }),
  ];
  stopWatching = () => {
    for (const stop of stops) stop();
    stopWatching = null;
  };
}

/** The list of parts has what was unlocked and nothing else. */
function offer(): void {
  sessionStore.getState().set({ offered: offeredBy(campaignStore.getState().campaign) });
}

export async function leaveCampaign(): Promise<void> {
  await openLast();
}

/** The whole round as fast as it goes. */
export function playRound(): void {
  pause();
  restart();
  campaignStore.setState({ phase: 'playing', limit: null });
  playTo(campaignStore.getState().campaign.design.seconds);
}

function judged(): void {
  const { campaign: before } = campaignStore.getState();
  if (isOver(before)) return;
  const campaign = { ...before, design: designStore.getState().design };
  const limit = limitOf(campaign, situationNow());
  campaignStore.setState({ campaign: limit ? unlockedBy(campaign, limit) : campaign, phase: limit ? 'limit' : 'held', limit });
  save();
}

/** Builds what was unlocked, on the design as it stands. */
export function pull(id: LeverId): void {
  const { campaign } = campaignStore.getState();
  change(pulled({ ...campaign, design: designStore.getState().design }, id));
}

/** Twice the traffic. */
export function goToNextRound(): void {
  const { campaign } = campaignStore.getState();
  change(nextRound({ ...campaign, design: designStore.getState().design }));
}

function change(campaign: Campaign): void {
  pause();
  campaignStore.setState({ campaign, phase: isOver(campaign) ? 'over' : 'ready', limit: null });
  designStore.getState().edit('addNode', () => campaign.design);
  restart();
  pause();
  save();
}

function save(): void {
  // Forbidden or full: it is played on until the page is left.
  void browserShelf.set(key, JSON.stringify(campaignStore.getState().campaign)).catch(() => undefined);
}

async function kept(): Promise<Campaign | null> {
  try {
    const text = await browserShelf.get(key);
    if (typeof text !== 'string') return null;
    const { parseDesign } = await fetchParser();
    return readCampaign(JSON.parse(text), (given) => {
      const parsed = parseDesign(given);
      return parsed.ok ? parsed.design : null;
    });
  } catch {
    return null;
  }
}
