// Lets the browser fetch a late chunk, and what only it imports, beside the first ones: they are needed right after the first picture.

/**
 * @param {string} source path of the module that is imported late
 * @returns {import('vite').Plugin}
 */
export function preloadOf(source) {
  return {
    name: `preload ${source}`,
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const late = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(source)));
        if (!late) throw new Error(`${source} is no late chunk any more`);
        const files = [late.fileName, ...late.imports].filter((file) => !html.includes(file));
        return files.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
