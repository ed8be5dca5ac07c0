// `npm start`: installs what is missing, builds the page if it is missing or old, serves it, says where.
import { installIfMissing } from './install.mjs';

installIfMissing();
const { buildIfOld, servePage } = await import('./page.mjs');
console.log('Building the page where needed ...');
await buildIfOld();
const { address } = await servePage(Number(process.env.PORT ?? 4173));
console.log(`\nFaultline is running at ${address}  (Ctrl+C stops it)`);
