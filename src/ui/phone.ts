/** What counts as a phone: too narrow to edit on, or held sideways and worked by a finger. There the page is a player. */
export const phoneQuery = '(max-width: 720px) or ((max-height: 500px) and (pointer: coarse))';
/** The same for the head of the page, which fetches what is needed first: `scripts/vitePreload.mjs`. */
export const editorQuery = `not (${phoneQuery})`;
