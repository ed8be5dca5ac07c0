import { Suspense } from 'react';
import { useLayout } from './panels/useLayout.ts';
import { late, useLate } from './ui/late.ts';

/** Two pages of one address: the editor, and on a phone the player. Each is fetched when it is first shown. */
const editor = late(async () => (await import('./App.tsx')).App);
const player = late(async () => (await import('./panels/phone/PhoneApp.tsx')).PhoneApp);

/** Asks for the page that will be shown, beside all else that the first picture waits for. */
export const fetchPage = (layout: ReturnType<typeof useLayout>): Promise<unknown> => (layout === 'phone' ? player : editor).fetch();

/** Turning a phone or widening a window changes the page; what it shows lies in the stores and stays. */
export function Root() {
  const isPhone = useLayout() === 'phone';
  return <Suspense>{isPhone ? <Player /> : <Editor />}</Suspense>;
}

function Editor() {
  const App = useLate(editor);
  return <App />;
}

function Player() {
  const PhoneApp = useLate(player);
  return <PhoneApp />;
}
