import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { provideCanvasActs } from './actions/canvasActs.ts';
import { fitView } from './canvas/viewport.ts';
import { parseFlags } from './flags.ts';
import { startText, textOf } from './i18n/text.ts';
import { localTemplate } from './panels/localTemplates.ts';
import { startAppearance } from './panels/theme.ts';
import { startPersistence } from './store/persistence.ts';
import { startPreferences } from './store/preferences.ts';
import { sessionStore } from './store/sessionStore.ts';

const flags = parseFlags(location.search);
startPreferences({ locale: flags.lang, theme: flags.theme });
startAppearance();
const words = startText();
provideCanvasActs({ tidy: () => void import('./canvas/tidy.ts').then(({ tidy }) => tidy()), zoomFit: fitView });
// The canvas does not wait for the run, but both are asked for at once: scripts/vitePreload.mjs.
void import('./store/runController.ts').then(({ startRunController }) =>
  startRunController({
    ...(flags.paused ? { autoplay: false } : {}),
    ...(flags.speed === null ? {} : { speed: flags.speed }),
    runTo: flags.t,
  }),
);
void draw();

/** The words and the worker travel side by side. No `await` outside of this function: late chunks lean on this file's own. */
async function draw(): Promise<void> {
  await words;
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  void startPersistence({
    template: flags.template,
    seed: flags.seed,
    localise: (template) => localTemplate(template, textOf(sessionStore.getState().locale)),
  });
  const { startActs } = await import('./actions/startActs.ts');
  startActs();
}
