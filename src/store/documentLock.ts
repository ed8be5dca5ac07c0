/** One tab edits a document, others look at it. Held until another document is asked for or the tab goes away. */

import { tabLock } from './tabLock.ts';

const { hold, letGo } = tabLock();

/** Asks for a document for this tab. False when another tab has it, or another document was asked for meanwhile. */
export const holdDocument = (id: string): Promise<boolean> => hold(`doc:${id}`);
export { letGo };
