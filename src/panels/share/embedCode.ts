/** The HTML that puts a player into somebody's page. Pure. */

const width = 800;
const height = 450;

const inAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Scripts may run and the link to the whole page may open; it gets no origin, so it can store and reach nothing. */
export const sandbox = 'allow-scripts allow-popups';

export function embedCode(address: string, title: string): string {
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
