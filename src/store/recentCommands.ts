/** Which commands were done lately, the newest first. Kept in this browser; one that forbids it forgets them with the page. */

const key = 'faultline.recent';
const most = 6;
let recent: readonly string[] | null = null;

function stored(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function recentCommands(): readonly string[] {
  recent ??= stored();
  return recent;
}

export function noteCommand(id: string): void {
  recent = [id, ...recentCommands().filter((other) => other !== id)].slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(recent));
  } catch {
    // Forbidden or full: known until the page is left.
  }
}
