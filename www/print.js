// On paper everything stands open: tables unfold before printing and fold again after.

/** @returns {() => void} undoes it */
export function attachPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  const undo = new AbortController();
  const { signal } = undo;
  addEventListener('beforeprint', unfold, { signal });
  addEventListener('afterprint', fold, { signal });
  return () => undo.abort();

  function unfold() {
    opened = [...document.querySelectorAll('details')].filter((details) => !details.open);
    for (const details of opened) details.open = true;
  }

  function fold() {
    for (const details of opened) details.open = false;
  }
}
