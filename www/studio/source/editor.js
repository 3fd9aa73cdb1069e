// The editor of source, CodeMirror, in a shadow root: there its styles are sheets that the policy allows. Loaded when it is opened.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { HighlightStyle, bracketMatching, foldGutter, foldKeymap, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** @typedef {{ line: number, column: number, message: string, hint?: string }} Problem lines and columns count from 1 */

/**
 * @typedef {object} Editor
 * @property {(text: string) => void} show
 * @property {(problems: Problem[]) => void} mark
 * @property {(problem: Problem) => void} goTo
 * @property {() => void} close
 */

/** The colours are the page's custom properties, which reach into the shadow root. */
const THEME = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--ground)', fontSize: '0.875rem' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Menlo, Consolas, monospace' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--tint)', borderRight: '1px solid var(--rule)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--tint)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--rule)',
  },
  '.cm-tooltip': { color: 'var(--text)', backgroundColor: 'var(--ground)', border: '1px solid var(--pale)' },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--hue-1)' },
  { tag: tags.string, color: 'var(--text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--hue-2)' },
]);

/**
 * @param {ShadowRoot} root
 * @param {object} how
 * @param {string} how.text
 * @param {string} how.name of the field, for those who do not see it
 * @param {boolean} how.readOnly
 * @param {(text: string) => void} how.changed is told what the editor has typed
 * @returns {Editor}
 */
export function openEditor(root, { text, name, readOnly, changed }) {
  let shown = text;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        history(),
        drawSelection(),
        bracketMatching(),
        highlightActiveLine(),
        lintGutter(),
        json(),
        syntaxHighlighting(COLOURS),
        THEME,
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ 'aria-label': name }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const now = update.state.doc.toString();
          if (now !== shown) changed(now);
          shown = now;
        }),
      ],
    }),
  });

  /** @param {Problem} problem */
  function placeOf({ line, column }) {
    const { doc } = view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    return Math.min(at.from + Math.max(column - 1, 0), at.to);
  }

  return {
    show(text) {
      shown = text;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark(problems) {
      const diagnostics = problems.map((problem) => {
        const from = placeOf(problem);
        const to = Math.max(from, view.state.doc.lineAt(from).to);
        return { from, to, severity: /** @type {const} */ ('error'), message: problem.message };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(problem) {
      const at = placeOf(problem);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    close: () => view.destroy(),
  };
}
