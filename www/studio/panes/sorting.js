// Lists that are put in order by drag, and by the arrow keys on each entry's handle.

import { useEffect, useRef } from 'preact/hooks';

/**
 * @typedef {object} Beside
 * @property {string} group the lists that share their entries
 * @property {() => void} before takes the first entry to the list before
 * @property {() => void} after takes the last entry to the list after
 */

/**
 * Lets the entries of a list be dragged, once what does that has come: the studio opens without it.
 * @param {{ current: HTMLUListElement | null }} list
 * @param {{ current: (from: number, to: number, list?: DOMStringMap) => void }} latest
 * @param {string} [group]
 * @returns {() => void} ends it
 */
function dragging(list, latest, group) {
  /** @type {{ destroy: () => void } | undefined} */
  let sortable;
  void import('sortablejs').then(({ default: Sortable }) => {
    if (!list.current) return;
    sortable = Sortable.create(list.current, {
      group,
      handle: '.handle',
      draggable: '.sorted',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      onEnd: ({ item, from, to, oldDraggableIndex, newDraggableIndex, oldIndex }) => {
        if (oldDraggableIndex === undefined || newDraggableIndex === undefined || oldIndex === undefined) return;
        // The view library moves the elements itself, so it finds them where it left them.
        item.remove();
        from.insertBefore(item, from.children[oldIndex] ?? null);
        if (from !== to || oldDraggableIndex !== newDraggableIndex)
          latest.current(oldDraggableIndex, newDraggableIndex, to.dataset);
      },
    });
  });
  return () => sortable?.destroy();
}

/**
 * A list that can be put in order.
 * @param {(from: number, to: number, list?: DOMStringMap) => void} move is told the data of the list that an entry was dragged to
 * @param {Beside} [beside] where entries go on to other lists
 * @returns {{ list: import('preact').RefObject<HTMLUListElement | null>, onKey: (index: number, count: number) => (event: KeyboardEvent) => void }}
 */
export function useSorting(move, beside) {
  const list = useRef(/** @type {HTMLUListElement | null} */ (null));
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => dragging(list, latest, beside?.group), []);
  return {
    list,
    onKey: (index, count) => (event) => {
      const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : index;
      if (to === index) return;
      event.preventDefault();
      if (to < 0) beside?.before();
      else if (to >= count) beside?.after();
      else move(index, to);
    },
  };
}
