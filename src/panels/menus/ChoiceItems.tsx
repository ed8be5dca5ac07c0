import { useText } from '../../i18n/text.ts';
import { useSession } from '../../store/hooks.ts';
import { type Locale, sessionStore, type Theme } from '../../store/sessionStore.ts';
import { MenuItem } from '../../ui/Menu.tsx';
import { themeIcons } from '../themeIcons.ts';

export function LanguageItems() {
  const t = useText();
  const locale = useSession((state) => state.locale);
  const set = (next: Locale) => () => sessionStore.getState().set({ locale: next });
  return (
    <>
      <MenuItem checked={locale === 'en'} onSelect={set('en')}>
        {t.panels.header.languages.en}
      </MenuItem>
      <MenuItem checked={locale === 'ko'} onSelect={set('ko')}>
        {t.panels.header.languages.ko}
      </MenuItem>
    </>
  );
}

export function ThemeItems() {
  const t = useText();
  const theme = useSession((state) => state.theme);
  return (Object.keys(themeIcons) as Theme[]).map((name) => {
    const Icon = themeIcons[name];
    return (
      <MenuItem
        key={name}
        icon={<Icon size={16} aria-hidden />}
        checked={theme === name}
        onSelect={() => sessionStore.getState().set({ theme: name })}
      >
        {t.panels.header.themes[name]}
      </MenuItem>
    );
  });
}

/** How much a screen reader hears without asking. */
export function HearingItems() {
  const t = useText();
  const hearing = useSession((state) => state.hearing);
  const words = t.panels.header.hearings;
  return (Object.keys(words) as (keyof typeof words)[]).map((name) => (
    <MenuItem key={name} checked={hearing === name} onSelect={() => sessionStore.getState().set({ hearing: name })}>
      {words[name]}
    </MenuItem>
  ));
}
