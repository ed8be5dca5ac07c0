import { ClipboardCheck, GraduationCap, Languages, LayoutTemplate, Menu as MenuIcon, Share2 } from 'lucide-react';
import { setTitle } from '../design/edits.ts';
import { fetchText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import { Menu, MenuHeading, MenuSeparator } from '../ui/Menu.tsx';
import { TextBox } from '../ui/TextBox.tsx';
import { tip } from '../ui/tip.ts';
import { useSoon } from '../ui/useSoon.ts';
import { ActButton } from './ActButton.tsx';
import { dialogText } from './dialogs/words.ts';
import styles from './Header.module.css';

import { HearingItems, LanguageItems, lateMenus, MainMenuItems, ThemeItems } from './LateMenus.tsx';
import { Mark } from './Mark.tsx';
import { SavedState } from './SavedState.tsx';
import { themeIcons } from './themeIcons.ts';
import { useLayout } from './useLayout.ts';

const fetchDialogText = () => fetchText(dialogText, sessionStore.getState().locale);

export function Header() {
  const t = useText();
  const layout = useLayout();
  useSoon(fetchDialogText);
  const title = useDesign((state) => state.design.title);
  return (
    <header className={styles.header}>
      <div className={styles.brand}>
        <Mark className={styles.mark} />
        <h1 className={styles.word}>{t.common.appName}</h1>
      </div>
      <div className={styles.document}>
        <TextBox
          bare
          className={styles.title}
          value={title}
          placeholder={t.panels.header.untitled}
          label={t.panels.header.titleLabel}
          maxLength={80}
          onCommit={(text) => designStore.getState().edit('rename', (design) => setTitle(design, text))}
        />
        <SavedState />
      </div>
      <div className={styles.tools}>
        <EditTools />
        {/* What a newcomer is offered stands there at every width. */}
        <Ways isNarrow={layout !== 'wide'} />
        {layout === 'wide' ? (
          <>
            <Button look="plain" onClick={() => sessionStore.getState().set({ dialog: 'share' })}>
              <Share2 size={16} aria-hidden />
              {t.panels.header.share}
            </Button>
            <span className={styles.gap} />
            <LanguageMenu />
            <ThemeMenu />
          </>
        ) : (
          <ActButton id="share" label={t.panels.header.share} />
        )}
        <MainMenu withChoices={layout !== 'wide'} />
      </div>
    </header>
  );
}

/** Where one goes from here. Where their words have no room they are icons, and a tooltip says the word. */
function Ways({ isNarrow }: { isNarrow: boolean }) {
  const words = useText().panels.header;
  const isStrict = useSession((state) => state.interview === 'strict');
  const ways = [
    { dialog: 'learn', word: words.learn, icon: GraduationCap, isOff: isStrict },
    { dialog: 'interview', word: words.practise, icon: ClipboardCheck, isOff: false },
    { dialog: 'templates', word: words.templates, icon: LayoutTemplate, isOff: isStrict },
  ] as const;
  return ways.map(({ dialog, word, icon: Icon, isOff }) => (
    <Button
      key={dialog}
      look="quiet"
      className={styles.way}
      disabled={isOff}
      onClick={() => sessionStore.getState().set({ dialog })}
      {...(isNarrow ? tip(word) : {})}
    >
      <Icon size={16} aria-hidden />
      <span>{word}</span>
    </Button>
  ));
}

function EditTools() {
  const t = useText();
  const past = useDesign((state) => state.history.past.at(-1)?.label);
  const future = useDesign((state) => state.history.future[0]?.label);
  const step = (label: string | undefined): string => t.edits[label as keyof typeof t.edits] ?? '';
  return (
    <>
      <ActButton id="undo" label={past ? t.panels.header.undoStep(step(past)) : t.actions.undo} />
      <ActButton id="redo" label={future ? t.panels.header.redoStep(step(future)) : t.actions.redo} />
      <ActButton id="tidy" />
      <span className={styles.gap} />
    </>
  );
}

function LanguageMenu() {
  const t = useText();
  return (
    <Menu
      align="end"
      needs={lateMenus}
      trigger={
        <Button look="quiet" square aria-label={t.panels.header.language} {...tip(t.panels.header.language)}>
          <Languages size={18} aria-hidden />
        </Button>
      }
    >
      <LanguageItems />
    </Menu>
  );
}

function ThemeMenu() {
  const t = useText();
  const theme = useSession((state) => state.theme);
  const Icon = themeIcons[theme];
  return (
    <Menu
      align="end"
      needs={lateMenus}
      trigger={
        <Button look="quiet" square aria-label={t.panels.header.theme} {...tip(t.panels.header.theme)}>
          <Icon size={18} aria-hidden />
        </Button>
      }
    >
      <ThemeItems />
    </Menu>
  );
}

function MainMenu({ withChoices }: { withChoices: boolean }) {
  const t = useText();
  return (
    <Menu
      align="end"
      needs={lateMenus}
      trigger={
        <Button look="quiet" square aria-label={t.panels.header.menu} {...tip(t.panels.header.menu)}>
          <MenuIcon size={18} aria-hidden />
        </Button>
      }
    >
      <MainMenuItems />
      <MenuSeparator />
      <MenuHeading>{t.panels.header.hearing}</MenuHeading>
      <HearingItems />
      {withChoices ? (
        <>
          <MenuSeparator />
          <MenuHeading>{t.panels.header.language}</MenuHeading>
          <LanguageItems />
          <MenuHeading>{t.panels.header.theme}</MenuHeading>
          <ThemeItems />
        </>
      ) : null}
    </Menu>
  );
}
