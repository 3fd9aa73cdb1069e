// Files to and from the disk: with the browser's file dialogs where it has them, else as downloads.

import { download } from '../../saving.js';

/** @typedef {(options: { suggestedName: string, types: { accept: Record<string, string[]> }[] }) => Promise<FileSystemFileHandle>} Picker */

/**
 * Saves a file.
 * @param {string} name
 * @param {Blob} content
 * @param {FileSystemFileHandle} [handle] where it was saved before, to save it there again
 * @returns {Promise<{ saved: boolean, handle?: FileSystemFileHandle }>} not saved where the editor thought better of it
 */
export async function saveFile(name, content, handle) {
  const { showSaveFilePicker: pick } = /** @type {{ showSaveFilePicker?: Picker }} */ (/** @type {unknown} */ (window));
  if (!pick) {
    download(name, content);
    return { saved: true };
  }
  try {
    const extension = name.slice(name.lastIndexOf('.'));
    const types = [{ accept: { [content.type]: [extension] } }];
    const chosen = handle ?? (await pick({ suggestedName: name, types }));
    const writer = await chosen.createWritable();
    await writer.write(content);
    await writer.close();
    return { saved: true, handle: chosen };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return { saved: false };
    throw error;
  }
}

/**
 * A story as its file: laid out as editors of text like it.
 * @param {import('../store/state.js').Story} story
 */
export const storyFile = (story) => new Blob([`${JSON.stringify(story, null, 2)}\n`], { type: 'application/json' });

/** @param {string} article */
export const articleFile = (article) => new Blob([article], { type: 'text/plain' });

/** Asks for files. @returns {Promise<File[]>} none where the editor thought better of it */
export function chooseFiles() {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.json,.txt,.md,application/json,text/plain';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
