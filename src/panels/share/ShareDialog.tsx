import { Download, GraduationCap } from 'lucide-react';
import { Suspense } from 'react';
import { useText } from '../../i18n/text.ts';
import { saveFile } from '../../store/files.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { LinkTab } from './LinkTab.tsx';
import { useShareText } from './shareWords.ts';

const FilesTab = latePart(async () => (await import('./FilesTab.tsx')).FilesTab);
const EmbedTab = latePart(async () => (await import('./EmbedTab.tsx')).EmbedTab);

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useShareText();
  return (
    <Dialog
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        <>
          <Button onClick={() => sessionStore.getState().set({ dialog: 'assignment' })}>
            <GraduationCap size={16} aria-hidden />
            {words.assignment}
          </Button>
          <Button onClick={() => void saveFile()}>
            <Download size={16} aria-hidden />
            {words.saveFile}
          </Button>
        </>
      }
    >
      <Tabs
        label={words.tabs.label}
        tabs={[
          { id: 'link', label: words.tabs.link, content: <LinkTab /> },
          {
            id: 'embed',
            label: words.tabs.embed,
            content: (
              <Suspense>
                <EmbedTab />
              </Suspense>
            ),
          },
          {
            id: 'files',
            label: words.tabs.files,
            content: (
              <Suspense>
                <FilesTab />
              </Suspense>
            ),
          },
        ]}
      />
    </Dialog>
  );
}
