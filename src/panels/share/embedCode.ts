/** What puts a player, or a picture that leads to one, into somebody's page. Pure. */

const width = 800;
/** Pixels; the middle one is 16 to 9. */
export const heights = [320, 450, 600] as const;
export type Height = (typeof heights)[number];

const inAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Scripts may run and the link to the whole page may open; it gets no origin, so it can store and reach nothing. */
export const sandbox = 'allow-scripts allow-popups';

export function embedCode(address: string, title: string, height: Height = 450): string {
  const attributes = [
    `src="${inAttribute(address)}"`,
    `title="${inAttribute(title)}"`,
    `width="${width}"`,
    `height="${height}"`,
    'loading="lazy"',
    `sandbox="${sandbox}"`,
    'style="border:0;max-width:100%"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** A picture that leads to the page, for where no player may stand. @param picture file name */
export const markdownCode = (title: string, picture: string, link: string): string =>
  `[![${title.replace(/[\\[\]<>`*_!&]/g, '\\$&')}](${picture})](${link})`;
