import './ui/tokens.css';
import './ui/base.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { parseFlags } from './flags.ts';
import { startText } from './i18n/text.ts';
import { framedByOthers } from './panels/framed/framedByOthers.ts';
import { inOwnLanguage } from './panels/localTemplates.ts';
import { panesStand } from './panels/panesStand.ts';
import { startAppearance } from './panels/theme.ts';
import { layoutNow } from './panels/useLayout.ts';
import { fetchPage, Root } from './Root.tsx';
import { startPersistence } from './store/persistence.ts';
import { startPreferences } from './store/preferences.ts';

const flags = parseFlags(location.search);
/** What the page does to itself when its address asks for it. */
const tests = flags.tests ? import('./panels/testing/pageTests.ts') : null;
if (framedByOthers()) void import('./panels/framed/showFramed.ts').then(({ showFramed }) => showFramed());
else start();

function start(): void {
  startPreferences({ locale: flags.lang, theme: flags.theme, autoSlow: flags.slow });
  startAppearance();
  const words = Promise.all([speak(), fetchPage(layoutNow())]);
  void draw(words);
}

/** What stands behind a letter of the address is fetched when it is asked for. */
const opener = (letter: 'l' | 'p') => async (id: string) => (await import('./store/openers.ts')).openers[letter](id);

async function speak(): Promise<void> {
  await (await tests)?.beforeWords(location.search);
  await startText();
}

/** Once the canvas is here: on a slow line it would wait for the engine, which is as long as all the rest. A player has no panes to wait for. */
async function startRun(): Promise<void> {
  const panes = layoutNow() === 'phone' ? null : panesStand();
  const [{ startRunController }] = await Promise.all([import('./store/runController.ts'), panes]);
  startRunController({
    ...(flags.paused ? { autoplay: false } : {}),
    ...(flags.speed === null ? {} : { speed: flags.speed }),
    runTo: flags.t,
  });
}

/** No `await` outside of this function: late chunks lean on this file's own. */
async function draw(words: Promise<unknown>): Promise<void> {
  await words;
  const root = document.getElementById('root');
  if (!root) return;
  void startRun();
  const drawAll = (): void =>
    createRoot(root).render(
      <StrictMode>
        <Root />
      </StrictMode>,
    );
  // As a transition it is drawn in short turns: a click, or what arrives meanwhile, need not wait for all of it. Where the build is kept all of it
  // arrives at once, and would come before the picture.
  if (navigator.serviceWorker?.controller) drawAll();
  else startTransition(drawAll);
  void startPersistence({
    template: flags.template,
    seed: flags.seed,
    localise: inOwnLanguage,
    openers: { l: opener('l'), p: opener('p') },
  });
  (await import('./panels/safety/startSafety.ts')).startSafety();
  (await tests)?.onceDrawn(location.search);
}
