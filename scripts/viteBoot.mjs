// Puts src/boot.ts, as one classic script, and its style sheet into the head of the built page: the browser takes them before it draws anything.
import { createHash } from 'node:crypto';
import { bootParts } from './viteOneFile.mjs';

/** @returns {import('vite').Plugin} */
export function boot() {
  const names = { script: '', style: '' };
  return {
    name: 'boot',
    async buildStart() {
      if (this.environment.config.command !== 'build') return;
      const { code, style } = await bootParts();
      const emit = (source, ending) => {
        const fileName = `assets/boot-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.${ending}`;
        this.emitFile({ type: 'asset', fileName, source });
        return `./${fileName}`;
      };
      Object.assign(names, { script: emit(code, 'js'), style: emit(style, 'css') });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { server }) =>
        server
          ? [{ tag: 'script', attrs: { type: 'module', src: '/src/boot.ts' }, injectTo: 'head' }]
          : [
              { tag: 'link', attrs: { rel: 'stylesheet', href: names.style }, injectTo: 'head' },
              { tag: 'script', attrs: { src: names.script }, injectTo: 'head' },
            ],
    },
  };
}
