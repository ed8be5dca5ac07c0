import { useEffect, useState } from 'react';

/** A text that stands beside the page on its host, or in it where the page is one file (scripts/viteOneFile.mjs): there it is saved, not opened. */
export function BesideLink({ name, words }: { name: 'licences' | 'changelog'; words: string }) {
  const [held] = useState(() => document.getElementById(name)?.textContent ?? null);
  const [address, setAddress] = useState(`./${name}.txt`);
  useEffect(() => {
    if (held === null) return;
    const made = URL.createObjectURL(new Blob([held], { type: 'text/plain;charset=utf-8' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [held]);
  return (
    <a href={address} target="_blank" rel="noreferrer" download={held === null ? undefined : `${name}.txt`}>
      {words}
    </a>
  );
}
