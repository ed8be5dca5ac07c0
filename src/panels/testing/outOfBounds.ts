/** What leads out of the page, or ends it for good: a visitor that acts by chance keeps off it. */
export const leadsAway = (element: Element): boolean => element.closest('a[href], input[type="file"], [data-irreversible]') !== null;
