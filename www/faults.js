// What the page says when something is missing. These words must be here before WebAssembly is.

import { make } from './dom.js';

/** @typedef {'wasm' | 'story' | 'figure' | 'canvas' | 'file' | 'panic'} Fault */

/** Words in brackets are a button that does what they say. @type {Record<Fault, { zh: string, en: string }>} */
const SENTENCES = {
  wasm: {
    zh: '图表的程序未能载入，暂时无法交互；文字和数字不受影响。可以[再试]。',
    en: 'The program behind the figures could not be loaded, so they cannot answer to touch; the text and numbers are here. You can [try again].',
  },
  story: {
    zh: '数据文件有误，图表无法绘制。请用“story check”检查数据文件。',
    en: 'The story file is not valid, so the figures cannot be drawn. Check it with “story check”.',
  },
  figure: { zh: '没有这个图表。', en: 'There is no such figure.' },
  canvas: {
    zh: '浏览器无法绘制此图，请看下方数据表。',
    en: 'The browser cannot draw this figure; see its data table below.',
  },
  file: {
    zh: '文件未能载入，请检查网络后[再试]。',
    en: 'The file could not be loaded. Please check your connection and [try again].',
  },
  panic: {
    zh: '图表的程序出错并已停止，请[重新载入页面]。',
    en: 'The program behind the figures failed and has been stopped. Please [reload the page].',
  },
};

/**
 * A sentence about a fault, in the page's language.
 * @param {Fault} fault
 * @param {unknown} [reason] shown to developers, in the element's title
 * @param {() => void} [retry] what the words in brackets do, unless the program has stopped: then they load the page again
 */
export function faultNote(fault, reason, retry = () => location.reload()) {
  const locale = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
  const title = reason instanceof Error ? reason.message : undefined;
  const [before = '', again, after = ''] = SENTENCES[fault][locale].split(/[[\]]/);
  const note = make('p', { class: 'fault', role: 'status', title }, before);
  if (again) {
    const button = make('button', { type: 'button' }, again);
    button.addEventListener('click', fault === 'panic' ? () => location.reload() : retry);
    note.append(button, after);
  }
  return note;
}

/**
 * An error that the page has a sentence for.
 * @param {Fault | 'locale'} code
 * @param {string} message for developers
 */
export function codedError(code, message) {
  return Object.assign(new Error(message), { code });
}

let panicked = false;

/** Whether the module has panicked: what it holds may be half done, so it is never called again. */
export const hasPanicked = () => panicked;

/**
 * Which fault an error stands for. A `RuntimeError` is a panic, of which the page is told once.
 * @param {unknown} error
 * @returns {Fault}
 */
export function faultOf(error) {
  // A browser may have no WebAssembly at all, as iOS in lockdown mode.
  if (typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError) {
    if (!panicked) {
      panicked = true;
      dispatchEvent(new CustomEvent('infographic-panic'));
    }
    return 'panic';
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'figure' || code === 'canvas' || code === 'file' || code === 'panic') return code;
  return code === 'story' || code === 'fact' || code === 'locale' ? 'story' : 'wasm';
}
