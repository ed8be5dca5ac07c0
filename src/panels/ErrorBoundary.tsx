import { Component, type ReactNode } from 'react';
import { fetchText } from '../i18n/lateText.ts';
import { textOf } from '../i18n/text.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { late, NotLoaded, onTryAgain, tryAgain } from '../ui/late.ts';
import type { BrokenForm } from './Broken.tsx';
import { brokenText } from './brokenWords.ts';

/** How it is said: fetched at rest, before anything breaks. Until then a sentence and a button do. */
const broken = late(async () => {
  const [{ Broken }] = await Promise.all([import('./Broken.tsx'), fetchText(brokenText, sessionStore.getState().locale)]);
  return Broken;
});
export const fetchBroken = broken.fetch;

interface ErrorBoundaryProps {
  children: ReactNode;
  /** The room there is for saying it; left out: a pane. */
  form?: BrokenForm;
  /** Of what can be closed, such as a dialog. */
  onClose?: (() => void) | undefined;
}

/** A part that breaks, or does not load, says so and offers the way on; the rest of the page and the design live. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: { error: unknown } | null }> {
  override state: { failed: { error: unknown } | null } = { failed: null };
  private stop: (() => void) | undefined;

  static getDerivedStateFromError(error: unknown): { failed: { error: unknown } } {
    return { failed: { error } };
  }

  override componentDidMount(): void {
    // Wherever it was asked for: what one try brings is here, too.
    this.stop = onTryAgain(() => {
      if (this.state.failed?.error instanceof NotLoaded) this.goOn();
    });
  }

  override componentWillUnmount(): void {
    this.stop?.();
  }

  private goOn = (): void => this.setState({ failed: null });

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    const { form = 'pane', onClose } = this.props;
    const Broken = broken.known();
    if (!Broken)
      void broken.fetch().then(
        () => this.forceUpdate(),
        () => undefined,
      );
    if (Broken) return <Broken error={failed.error} form={form} onGoOn={this.goOn} onClose={onClose} />;
    const { crashed, notLoaded } = textOf(sessionStore.getState().locale).panels;
    const [said, act] = failed.error instanceof NotLoaded ? [notLoaded.title, tryAgain] : [crashed.title, this.goOn];
    return (
      <p role="alert">
        {said}{' '}
        <button type="button" onClick={act}>
          {notLoaded.again}
        </button>
      </p>
    );
  }
}
