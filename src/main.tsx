import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { acts } from './actions/acts.ts';
import { provideCanvasActs } from './actions/canvasActs.ts';
import { startClipboard } from './actions/clipboard.ts';
import { startKeyboard } from './actions/keyboard.ts';
import { tidy } from './canvas/tidy.ts';
import { fitView } from './canvas/viewport.ts';
import { parseFlags } from './flags.ts';
import { startLocalTemplates } from './panels/localTemplates.ts';
import { startAppearance } from './panels/theme.ts';
import { startPersistence } from './store/persistence.ts';
import { startPreferences } from './store/preferences.ts';
import { startRunController } from './store/runController.ts';

const flags = parseFlags(location.search);
startPreferences({ locale: flags.lang, theme: flags.theme });
startAppearance();
provideCanvasActs({ tidy: () => void tidy(), zoomFit: fitView });
startRunController({
  ...(flags.paused ? { autoplay: false } : {}),
  ...(flags.speed === null ? {} : { speed: flags.speed }),
  runTo: flags.t,
});
startLocalTemplates();
startKeyboard(acts);
startClipboard();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void startPersistence({ template: flags.template, seed: flags.seed });
