// The editor of source for engines without style sheets that scripts make (before Firefox 101 and Safari 16.4): there the policy refuses
// CodeMirror's styles. A plain field does.

/** @typedef {import('./editor.js').Editor} Editor */

export const canStyle = 'adoptedStyleSheets' in Document.prototype;

/**
 * As `openEditor` of editor.js.
 * @param {ShadowRoot} root
 * @param {Parameters<typeof import('./editor.js').openEditor>[1]} how
 * @returns {Editor}
 */
export function openEditor(root, { text, name, readOnly, changed }) {
  const field = document.createElement('textarea');
  field.setAttribute('aria-label', name);
  Object.assign(field.style, { boxSizing: 'border-box', width: '100%', height: '100%', font: 'inherit' });
  field.readOnly = readOnly;
  field.spellcheck = false;
  field.value = text;
  field.addEventListener('input', () => changed(field.value));
  root.append(field);
  return {
    show: (text) => void (field.value = text),
    // They are listed below the field.
    mark: () => {},
    goTo(problem) {
      if (!('line' in problem)) return;
      const before = field.value.split('\n').slice(0, problem.line - 1);
      const at = before.reduce((sum, line) => sum + line.length + 1, 0) + problem.column - 1;
      field.focus();
      field.setSelectionRange(at, at);
    },
    close: () => field.remove(),
  };
}
