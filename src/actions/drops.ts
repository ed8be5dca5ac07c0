/** Files that are dropped on the page are opened like chosen ones. Without this a browser would leave the page for the file. */

/** What opens files is fetched with the first of them: every page listens, a phone's too. */
const open = async (file: File): Promise<boolean> => (await import('../store/openFile.ts')).openFile(file);

/**
 * Listens to the page. Returns how to stop.
 * @param onMany says that one file at a time is opened
 * @param invite what stands over the page while a file is held above it (ui/base.css draws it), in the page's language
 */
export function startDrops(onMany: () => void, invite: () => Promise<string>): () => void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const { dataset } = document.body;
  const isHeld = (): boolean => dataset.dropping !== undefined;
  const letGo = (): void => {
    delete dataset.dropping;
  };
  const onOver = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    const isTaken = event.defaultPrevented;
    event.preventDefault();
    if (isTaken || document.querySelector('dialog[open]')) letGo();
    else if (!isHeld()) {
      dataset.dropping = '';
      void invite().then((words) => {
        if (isHeld()) dataset.dropping = words;
      });
    }
  };
  // from part to part of the page it names where it goes to; out of the window it does not
  const onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) letGo();
  };
  const onDrop = (event: DragEvent): void => {
    letGo();
    // Somebody nearer to the file has taken it, such as a dialog with a place for it.
    const isTaken = event.defaultPrevented;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (isTaken || document.querySelector('dialog[open]')) return;
    const files = event.dataTransfer?.files;
    if (files?.length === 1) void open(files[0]);
    else if (files && files.length > 1) onMany();
  };
  addEventListener('dragover', onOver);
  addEventListener('dragleave', onLeave);
  addEventListener('drop', onDrop);
  return () => {
    letGo();
    removeEventListener('dragover', onOver);
    removeEventListener('dragleave', onLeave);
    removeEventListener('drop', onDrop);
  };
}
