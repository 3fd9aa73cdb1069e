// The editor of source, CodeMirror, in a shadow root: there its styles are sheets that the policy allows. Loaded when it is opened.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  HighlightStyle,
  bracketMatching,
  ensureSyntaxTree,
  foldGutter,
  foldKeymap,
  syntaxHighlighting,
  syntaxTree,
} from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { rangeOfPlace } from './places.js';

/**
 * What is wrong, at a line and column that count from 1, or at a place of the story.
 * @typedef {{ message: string } & ({ line: number, column: number } | { place: string })} Problem
 */

/**
 * @typedef {object} Editor
 * @property {(text: string) => void} show
 * @property {(problems: Problem[]) => void} mark
 * @property {(problem: Problem) => void} goTo
 * @property {() => void} close
 */

/** The longest that the text is parsed at once, in ms: a story of the largest size takes less. */
const PARSING = 500;

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
        EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0' }),
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
  function rangeOf(problem) {
    const { doc } = view.state;
    if ('place' in problem) {
      const tree = ensureSyntaxTree(view.state, doc.length, PARSING) ?? syntaxTree(view.state);
      return rangeOfPlace(tree, doc, problem.place);
    }
    const line = doc.line(Math.min(Math.max(problem.line, 1), doc.lines));
    return { from: Math.min(line.from + Math.max(problem.column - 1, 0), line.to), to: line.to };
  }

  return {
    show(text) {
      shown = text;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark(problems) {
      const severity = /** @type {const} */ ('error');
      const diagnostics = problems.map((problem) => ({ ...rangeOf(problem), severity, message: problem.message }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(problem) {
      const { from: at } = rangeOf(problem);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    close: () => view.destroy(),
  };
}
