// Lets the browser fetch a late chunk, and what only it imports, beside the first ones: they are needed right after the first picture.

/**
 * @param {string} source path of the module that is imported late
 * @param {string} [media] on which screens; others leave it where it is
 * @returns {import('vite').Plugin}
 */
export function preloadOf(source, media) {
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
        const styles = media ? [late, ...chunks.filter(({ fileName }) => files.includes(fileName))].flatMap(stylesOf) : [];
        const onScreens = media ? { media } : {};
        const link = (rest, file) => ({
          tag: 'link',
          attrs: { crossorigin: true, href: `./${file}`, ...rest, ...onScreens },
          injectTo: 'head',
        });
        return [
          ...files.map((file) => link({ rel: 'modulepreload' }, file)),
          ...[...new Set(styles)].filter((file) => !html.includes(file)).map((file) => link({ rel: 'preload', as: 'style' }, file)),
        ];
      },
    },
  };
}

const stylesOf = (chunk) => [...(chunk.viteMetadata?.importedCss ?? [])];
