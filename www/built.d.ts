/** What the build puts into worker.js: each file's hash, by its path in the site, and what stands for all of them. */
declare const FILES: Record<string, string>;
declare const VERSION: string;

/** Whether this is the published page, which is written already and brings its numbers packed. */
declare var PUBLISHED: true | undefined;
