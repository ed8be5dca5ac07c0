// `npm run visual`: the pictures of e2e/visual.spec.ts against the page as it is built now; `-- --update` takes them anew.
import { spawnSync } from 'node:child_process';
import { installIfMissing, root } from './install.mjs';

installIfMissing();
const { buildIfOld } = await import('./page.mjs');
await buildIfOld();
const others = process.argv.slice(2).filter((arg) => arg !== '--update');
const update = process.argv.includes('--update') ? ['--update-snapshots=all'] : [];
const done = spawnSync('npx', ['playwright', 'test', '--project=visual', ...update, ...others], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, E2E_PORT: process.env.E2E_PORT ?? '4573' },
});
process.exit(done.status ?? 1);
