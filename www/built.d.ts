/** What completes worker.js (site/scripts.js): each file's hash, by its path in the site, and what stands for all of them. */
declare const FILES: Record<string, string>;
declare const VERSION: string;

/** What completes embed.js: the ways to the pages of the story's languages, as the pages have them in `data-homes`. */
declare const HOMES: string;

/** Whether this is the published page, which is written already and brings its numbers packed. */
declare var PUBLISHED: true | undefined;

/** The `data-` attributes that the shell and the studio set themselves; page-words.d.ts has those that a page brings. */
interface DOMStringMap {
  /** The theme that the reader chose: `auto`, `light` or `dark`. */
  theme?: string;
  /** `transparent` where a figure by itself lets its host's ground through. */
  background?: string;
  /** Of the studio's live page: the address of the module. */
  module?: string;
}
