// The way from the site's folder to the page of each of the story's languages, as a page names them in `data-homes`: `zh:?lang=zh en:en/`.

/**
 * The ways by language, the first of the story's languages first. The page is in its language without script too.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export const homesOf = (text) => Object.fromEntries(text.split(' ').map((home) => home.split(':')));
