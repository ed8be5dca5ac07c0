/** Style sheets that did not load are asked for again; whoever fetches a late part asks for its sheets only once. Never rejects. */
export async function sheetsAnew(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(links.filter(isLost).map(sheetAnew));
}

/** Some browsers give what did not load no sheet, some an empty one, some one that may not be looked into. */
function isLost({ sheet }: HTMLLinkElement): boolean {
  try {
    return !sheet || sheet.cssRules.length === 0;
  } catch {
    return true;
  }
}

function sheetAnew(link: HTMLLinkElement): Promise<void> {
  return new Promise((settled) => {
    const anew = link.cloneNode() as HTMLLinkElement;
    anew.onload = () => settled();
    anew.onerror = () => settled();
    link.replaceWith(anew);
  });
}
