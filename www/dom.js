// The one place that makes and finds elements. Text goes in as text, never as markup.

/**
 * What the shell looks for: a part that the page writer brings, an element, or both.
 * @typedef {import('./page-words.js').Part} Part
 * @typedef {keyof HTMLElementTagNameMap} Tag
 * @typedef {Part | Tag | `${Tag}, ${Tag}` | `${Part}, ${Part}` | `${Part} ${Part}` | `${Part} ${Tag}` | `${Part} > ${Tag}`} Selector
 */

/**
 * The elements that a selector finds, in their order.
 * @param {Selector} selector
 * @param {ParentNode} [root]
 */
export const all = (selector, root = document) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/**
 * The first element that a selector finds, which must be there.
 * @param {Selector} selector
 * @param {ParentNode} [root]
 */
export function find(selector, root) {
  const [element] = all(selector, root);
  if (!element) throw new Error(`no element ${selector}`);
  return element;
}

/**
 * A new element with attributes and children. An attribute of `undefined` or `false` is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * Markup of our own wasm module as nodes. The module escapes every text of the story.
 * @param {string} html
 */
export function fragment(html) {
  return document.createRange().createContextualFragment(html);
}
