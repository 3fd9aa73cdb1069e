// Copies what is pasted elsewhere.

/**
 * Copies a text; false where the browser does not.
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies markup as what an editor pastes; false where the browser does not. Markup that is still being made is promised, since some
 * browsers let only that be copied which was named at once.
 * @param {string | Promise<string>} source
 */
export async function copyMarkup(source) {
  try {
    const blob = Promise.resolve(source).then((markup) => new Blob([markup], { type: 'text/html' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob })]);
    return true;
  } catch {
    return false;
  }
}
