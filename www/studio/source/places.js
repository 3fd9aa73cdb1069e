// Where a place of the story, a JSON pointer, stands in its text.

import { stepsOf } from '../store/pointer.js';

/** @typedef {import('@lezer/common').SyntaxNode} Node */
/** @typedef {{ sliceString: (from: number, to: number) => string }} Doc */

/**
 * @param {import('@lezer/common').Tree} tree of the JSON text
 * @param {Doc} doc
 * @param {string} place
 * @returns {{ from: number, to: number }} of the nearest thing on the way there, for a place that is missing in the text
 */
export function rangeOfPlace(tree, doc, place) {
  let found = tree.topNode.firstChild;
  for (const step of stepsOf(place)) {
    const next = found && childOf(found, doc, step);
    if (!next) break;
    found = next;
  }
  const { from, to } = found ?? tree.topNode;
  // A whole record is marked at its opening brace.
  return found?.name === 'Object' || found?.name === 'Array' ? { from, to: from + 1 } : { from, to };
}

/**
 * @param {Node} holder
 * @param {Doc} doc
 * @param {string} step
 * @returns {Node | undefined}
 */
function childOf(holder, doc, step) {
  if (holder.name === 'Object') {
    const property = holder.getChildren('Property').find(({ firstChild }) => {
      return firstChild && doc.sliceString(firstChild.from, firstChild.to) === JSON.stringify(step);
    });
    return property?.lastChild ?? undefined;
  }
  // Brackets and commas are nodes too, named by their sign.
  const items = [];
  for (let item = holder.firstChild; item; item = item.nextSibling) if (/^\w/.test(item.name)) items.push(item);
  return holder.name === 'Array' ? items[Number(step)] : undefined;
}
