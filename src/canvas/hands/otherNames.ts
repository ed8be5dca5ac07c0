/** What things are called in the other language, so that "cache" finds 캐시 and 캐시 finds the cache. */

import { useEffect, useMemo, useState } from 'react';
import { loadText, type Text, useText } from '../../i18n/text.ts';
import type { NodeKind } from '../../nodes/specs.ts';

/** The other language; null until it arrives, and for ever without a network. */
export function useOtherText(): Text | null {
  const { locale } = useText();
  const [other, setOther] = useState<Text | null>(null);
  useEffect(() => {
    let isWanted = true;
    loadText(locale === 'ko' ? 'en' : 'ko').then(
      (text) => isWanted && setOther(text),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [locale]);
  return other;
}

/** What else a kind is called: in the other language and in files. */
export function useOtherNames(): (kind: NodeKind) => readonly string[] {
  const other = useOtherText();
  return useMemo(() => (kind: NodeKind) => (other ? [kind, other.kinds[kind].name] : [kind]), [other]);
}
