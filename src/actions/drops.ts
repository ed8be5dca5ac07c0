/** Files that are dropped on the page are opened like chosen ones. Without this a browser would leave the page for the file. */

/** What opens files is fetched with the first of them: every page listens, a phone's too. */
const open = async (file: File): Promise<boolean> => (await import('../store/openFile.ts')).openFile(file);

/** Listens to the page. `onMany` says that one file at a time is opened. Returns how to stop. */
export function startDrops(onMany: () => void): () => void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const onOver = (event: DragEvent): void => {
    if (holdsFiles(event)) event.preventDefault();
  };
  const onDrop = (event: DragEvent): void => {
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
  addEventListener('drop', onDrop);
  return () => {
    removeEventListener('dragover', onOver);
    removeEventListener('drop', onDrop);
  };
}
