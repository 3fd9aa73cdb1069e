// Lists that are put in order by drag, and by the arrow keys on each entry's handle.

import Sortable from 'sortablejs';
import { useEffect, useRef } from 'preact/hooks';

/**
 * A list that can be put in order.
 * @param {(from: number, to: number) => void} move
 * @returns {{ list: import('preact').RefObject<HTMLUListElement | null>, onKey: (index: number, count: number) => (event: KeyboardEvent) => void }}
 */
export function useSorting(move) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    if (!list.current) return undefined;
    const sortable = Sortable.create(list.current, {
      handle: '.handle',
      draggable: '.sorted',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      onEnd: ({ item, from, oldDraggableIndex, newDraggableIndex, oldIndex }) => {
        if (oldDraggableIndex === undefined || newDraggableIndex === undefined || oldIndex === undefined) return;
        // The view library moves the elements itself, so it finds them where it left them.
        item.remove();
        from.insertBefore(item, from.children[oldIndex] ?? null);
        if (oldDraggableIndex !== newDraggableIndex) latest.current(oldDraggableIndex, newDraggableIndex);
      },
    });
    return () => sortable.destroy();
  }, []);
  return {
    list,
    onKey: (index, count) => (event) => {
      const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : index;
      if (to === index) return;
      event.preventDefault();
      if (to >= 0 && to < count) move(index, to);
    },
  };
}
