/** Where the last words of a document are left on this device: behind it stands the document's id. Asked at every start, so apart from what speaks them. */
export const lastWordsPrefix = 'faultline.last-words.';
