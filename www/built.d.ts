/** What the build puts into worker.js: each file's hash, by its path in the site, and what stands for all of them. */
declare const FILES: Record<string, string>;
declare const VERSION: string;
