/** The models in a browser's worker: told how many rounds, says the result. */

import { measureModels } from './models.ts';
import { asText } from './tables.ts';
import { wallSeconds } from './timing.ts';

/** What is used of a worker's global scope. */
declare const self: {
  postMessage(text: string): void;
  onmessage: ((event: MessageEvent<{ rounds: number; json: boolean }>) => void) | null;
};

self.onmessage = ({ data }) => {
  const models = measureModels(data.rounds, wallSeconds);
  self.postMessage(data.json ? JSON.stringify({ models }, null, 2) : asText({ models }));
};
