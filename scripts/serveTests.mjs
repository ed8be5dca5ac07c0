// The built page as the end-to-end tests visit it: `node scripts/serveTests.mjs <port>`. Each test fetches the whole page anew from this machine;
// packing it anew for each would take more of the processor than it takes to send.
import { servePage } from './page.mjs';

await servePage(Number(process.argv[2]), { plain: true });
