/** Where menus of acts are put: what is in them comes with the menus' library, when a pointer or the focus is near one. */

import { late, useLate } from '../ui/late.ts';

/** What a menu with acts needs beside the menus' library. */
export const lateMenus = late(async () => (await import('./menus/menus.ts')).menus);

export function MainMenuItems() {
  const { MainMenu } = useLate(lateMenus);
  return <MainMenu />;
}
