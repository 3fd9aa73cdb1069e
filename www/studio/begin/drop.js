// Files that are dropped anywhere on the page.

import { useLayoutEffect } from 'preact/hooks';

/** @param {(files: File[]) => void | Promise<void>} take */
export function useDrop(take) {
  useLayoutEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    /** @param {DragEvent} event */
    const hasFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;
    // Without this the browser leaves the page for the file.
    addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), { signal });
    addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        void take([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => end.abort();
  }, [take]);
}
