/** Makes the picture live: the engine in a worker, the player's canvas, a bar. No storage, no editor, no charts. */

import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startText } from '../i18n/text.ts';
import { startAppearance } from '../panels/theme.ts';
import { designStore, setKeeper } from '../store/designStore.ts';
import { startRunController } from '../store/runController.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { EmbedApp } from './EmbedApp.tsx';
import { startEmbedHost } from './embedHost.ts';

void start();

async function start(): Promise<void> {
  const handed = globalThis.faultlineEmbed;
  if (!handed) return;
  const { design, options, lang, root } = handed;
  sessionStore.getState().set({ locale: lang, theme: options.theme === 'auto' ? 'system' : options.theme });
  startAppearance();
  await startText();
  startRunController({ autoplay: false });
  const host = startEmbedHost(handed);
  createRoot(root).render(
    <StrictMode>
      <EmbedApp handed={handed} host={host} />
    </StrictMode>,
  );
  // what may be changed here its maker chose; an assignment's rules are for who works on it
  setKeeper(() => true);
  designStore.getState().open(design, null, 'preview');
  handed.onAlive(host);
}
