import { Component, type ReactNode } from 'react';
import { textOf } from '../i18n/text.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ErrorBoundary.module.css';

async function download(): Promise<void> {
  const { saveFile } = await import('../store/files.ts');
  await saveFile();
}

/** A pane that breaks says so and offers to go on; the rest of the page and the design live. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    const t = textOf(sessionStore.getState().locale).panels.crashed;
    return (
      <div className={styles.crashed} role="alert">
        <h2>{t.title}</h2>
        <p>{t.help}</p>
        <div className={styles.buttons}>
          <Button look="primary" onClick={() => this.setState({ message: null })}>
            {t.go}
          </Button>
          <Button onClick={() => void download()}>{t.download}</Button>
        </div>
        <p className={styles.details}>
          {t.details}: {message}
        </p>
      </div>
    );
  }
}
