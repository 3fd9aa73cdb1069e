// The page's own words, which stand in the page: the Rust side knows each language's.

import { find } from './dom.js';

/** @typedef {DOMStringMap & { [name in 'comma' | 'theme' | 'themeAuto' | 'themeLight' | 'themeDark' | 'search' | 'found' | 'csv' | 'choose' |
 *   'place' | 'close' | 'keys' | 'whole' | 'embed' | 'embedTitle' | 'embedPlain' | 'embedScript' | 'embedSandbox' |
 *   'embedLanguage' | 'embedTransparent' | 'embedWidth' | 'phone' | 'desk' | 'copy' | 'copied' | 'select' | 'share' | 'download' |
 *   'longPress' | 'noPicture' | 'tools' | 'listen' | 'stop' | 'highIsMore' | 'wechat' | 'wechatCheck' |
 *   'wechatWhat' | 'wechatFigure' | 'wechatWhole' | 'wechatSource']: string }} Words */

/**
 * The words of the page's language.
 * @returns {Words}
 */
export function pageWords() {
  return /** @type {Words} */ (find('#words').dataset);
}
