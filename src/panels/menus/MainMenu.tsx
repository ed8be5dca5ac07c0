import { useText } from '../../i18n/text.ts';
import { MenuSeparator, SubMenu } from '../../ui/Menu.tsx';
import { ActLines } from './ActLines.tsx';
import { mainMenu, type SubMenu as SubMenuName, subMenus } from './menuActs.ts';

const [first, ...rest] = mainMenu;

/** The page's own menu: all commands at once, and what there is, by sort. */
export function MainMenu() {
  const names = useText().panels.header.menus;
  return (
    <>
      <ActLines groups={[first]} />
      <MenuSeparator />
      {(Object.keys(subMenus) as SubMenuName[]).map((name) => (
        <SubMenu key={name} name={names[name]}>
          <ActLines groups={subMenus[name]} />
        </SubMenu>
      ))}
      <MenuSeparator />
      <ActLines groups={rest} />
    </>
  );
}
