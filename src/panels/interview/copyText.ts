import { say } from '../../actions/toast.ts';

/** Puts a text on the clipboard and says so, or that it could not. */
export async function copyText(text: string, done: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say(failed);
  }
}
