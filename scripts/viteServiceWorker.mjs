// Emits dist/sw.js, which keeps every file of the build: scripts/serviceWorker.js with the names and a hash of them all.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const source = new URL('serviceWorker.js', import.meta.url);
/** For the host or for reading, not for the page. */
const isForOthers = (name) =>
  /(^|\/)(_headers|\.htaccess|.*\.conf|vercel\.json|staticwebapp\.config\.json|licences\.txt|changelog\.txt|card\.png|404\.(html|css))$|\.map$/.test(
    name,
  );

/** @returns {[name: string, content: Buffer][]} */
function publicFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]);
}

/** @returns {import('vite').Plugin} */
export function serviceWorker() {
  let folder = '';
  return {
    name: 'service worker',
    apply: 'build',
    configResolved(config) {
      folder = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.values(bundle).map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]);
        const files = [...built, ...publicFiles(folder)].filter(([name]) => !isForOthers(name)).sort(([a], [b]) => (a < b ? -1 : 1));
        const hash = createHash('sha256');
        for (const [name, content] of files) hash.update(name).update(content);
        const names = files.map(([name]) => (name === 'index.html' ? './' : name));
        const code = readFileSync(source, 'utf8')
          .replace("'build id'", JSON.stringify(hash.digest('hex').slice(0, 12)))
          .replace("['files of the build']", JSON.stringify(names));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: code });
      },
    },
  };
}
