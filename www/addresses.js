// Written by `cargo run --features cli --bin story -- addresses > www/addresses.js`; the source is src/page/.

/** Where a figure's own page lies, seen from the site's folder. */
export const FIGURE_PAGE = 'figure/{figure}.{lang}.html';

/**
 * The way from the site's folder to the page of each of the story's languages, the first of them first; the page is in its language
 * without script too.
 */
export const HOMES = { zh: '?lang=zh', en: 'en/' };
