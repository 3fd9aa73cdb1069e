/** What completes worker.js (site/scripts.js): each file's hash, by its path in the site, and what stands for all of them. */
declare const FILES: Record<string, string>;
declare const VERSION: string;

/** What completes embed.js: the ways to the pages of the story's languages, as the pages have them in `data-homes`. */
declare const HOMES: string;

/** Whether this is the published page, which is written already and brings its numbers packed. */
declare var PUBLISHED: true | undefined;
