import { expect, it } from 'vitest';
import { preloadOf, wordsOf } from './vitePreload.mjs';

interface Tag {
  tag: string;
  attrs: Record<string, string | boolean>;
}

const chunk = (name: string, imports: readonly string[] = []) => ({
  type: 'chunk',
  name,
  fileName: `assets/${name}-1.js`,
  imports: imports.map((each) => `assets/${each}-1.js`),
  moduleIds: [`/src/${name}.ts`],
});
const bundle = Object.fromEntries(
  [
    chunk('canvas', ['near', 'page']),
    chunk('near', ['far']),
    chunk('far'),
    chunk('page'),
    chunk('words-en', ['sums', 'page']),
    chunk('words-ko', ['endings', 'sums']),
    chunk('sums'),
    chunk('endings'),
  ].map((each) => [each.fileName, each]),
);

/** What a plugin adds to a page. */
function tagsOf(plugin: ReturnType<typeof preloadOf>, html: string): Tag[] {
  const { handler } = plugin.transformIndexHtml as unknown as { handler: (html: string, context: { bundle: typeof bundle }) => Tag[] };
  return handler(html, { bundle });
}

const page = '<script type="module" src="./assets/page-1.js"></script>';

it('a late chunk is asked for with all that it imports, through others, too, but for what the page asks for already', () => {
  const asked = tagsOf(preloadOf('src/canvas.ts'), page).map(({ attrs }) => attrs.href);
  expect(asked).toEqual(['./assets/canvas-1.js', './assets/near-1.js', './assets/far-1.js']);
});

it('a link that is meant for some screens only does not count as asked for', () => {
  const some = '<link rel="modulepreload" media="(max-width: 720px)" href="./assets/near-1.js">';
  expect(tagsOf(preloadOf('src/canvas.ts'), page + some).map(({ attrs }) => attrs.href)).toContain('./assets/near-1.js');
});

it('says where the words of each language are, with what they lean on, and stops a build whose words are no chunk', () => {
  expect(tagsOf(wordsOf(['en', 'ko']), page).map(({ attrs }) => [attrs.hreflang, attrs.href])).toEqual([
    ['en', './assets/words-en-1.js'],
    ['en', './assets/sums-1.js'],
    ['ko', './assets/words-ko-1.js'],
    ['ko', './assets/endings-1.js'],
    ['ko', './assets/sums-1.js'],
  ]);
  expect(() => tagsOf(wordsOf(['fr']), page)).toThrow('The words of fr');
});
