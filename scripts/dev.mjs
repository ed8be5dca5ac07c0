// `npm run dev`: the page with hot reload, for working on it.
import { installIfMissing, root } from './install.mjs';

installIfMissing();
const { createServer } = await import('vite');
const server = await createServer({ root, server: { host: '127.0.0.1', port: Number(process.env.PORT ?? 5173) } });
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
