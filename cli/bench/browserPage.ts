/** Only names the worker, so that it is built by the same road as the page's own (`scripts/benchBrowser.mjs`). */

import address from './browserWorker.ts?worker&url';

document.title = address;
