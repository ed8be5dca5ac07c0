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
        const files = unasked(closureOf(late, chunks), html);
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

/** Without what the page asks for already, on every screen. */
function unasked(files, html) {
  const known = (html.match(/<(?:link|script)\b[^>]*>/g) ?? []).filter((tag) => !tag.includes(' media='));
  return files.filter((file) => !known.some((tag) => tag.includes(file)));
}

/** It and all that it imports, through others, too: the browser learns of those only when it has the importing one in hand, a round trip later. */
function closureOf(late, chunks) {
  const found = new Set([late.fileName]);
  for (const name of found) for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) found.add(next);
  return [...found];
}

/**
 * Says where the words of each language are, and what they lean on; `src/boot.ts`, which comes after, has those of the reader's fetched.
 * @param {readonly string[]} languages
 * @returns {import('vite').Plugin}
 */
export function wordsOf(languages) {
  return {
    name: 'words of the reader',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        return languages.flatMap((language) => {
          const words = chunks.find(({ name }) => name === `words-${language}`);
          if (!words) throw new Error(`The words of ${language} are no chunk any more`);
          return unasked(closureOf(words, chunks), html).map((file) => ({
            tag: 'link',
            attrs: { rel: 'words', hreflang: language, href: `./${file}`, crossorigin: true },
            injectTo: 'head',
          }));
        });
      },
    },
  };
}

const stylesOf = (chunk) => [...(chunk.viteMetadata?.importedCss ?? [])];
