/**
 * Stands in for the package `react-style-singleton` (see `vite.config.ts`): it writes style elements, which the content
 * security policy forbids. This one adopts a constructed sheet, which needs no permission.
 */

import { useEffect } from 'react';

interface Singleton {
  add(css: string): void;
  remove(): void;
}

/** One sheet, adopted for as long as somebody uses it. */
export function stylesheetSingleton(): Singleton {
  let users = 0;
  let sheet: CSSStyleSheet | null = null;
  return {
    add: (css) => {
      if (users++ > 0) return;
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove: () => {
      if (--users > 0) return;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      sheet = null;
    },
  };
}

export function styleHookSingleton(): (styles: string, isDynamic?: boolean) => void {
  const sheet = stylesheetSingleton();
  return function useStyle(styles, isDynamic = false) {
    // biome-ignore lint/correctness/useExhaustiveDependencies: the package's own contract: fixed styles are written once
    useEffect(() => {
      sheet.add(styles);
      return () => sheet.remove();
    }, [styles && isDynamic]);
  };
}

export function styleSingleton(): (props: { styles: string; dynamic?: boolean }) => null {
  const useStyle = styleHookSingleton();
  return function Sheet({ styles, dynamic = false }) {
    useStyle(styles, dynamic);
    return null;
  };
}
