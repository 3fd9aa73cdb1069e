// Written by `cargo run --features cli --bin story -- snippets > www/snippets.js`; the source is src/page/snippet.rs,
// and src/wechat/mod.rs for messengers.

/** Where a figure's own page lies, seen from the site's folder. */
export const FIGURE_PAGE = 'figure/{figure}.{lang}.html';

/** What a frame of ours may do in its host's page. */
export const ALLOW = 'fullscreen; clipboard-write; web-share';

/** How much of its address a host's page tells the frame. */
export const REFERRER = 'strict-origin-when-cross-origin';

/** The frame that shows a figure: a template for `fill`. */
export const FRAMED =
  '<figure style="margin:0"><iframe src="{address}" title="{title}" width="100%" height="{height}" frameborder="0" style="border:0;width:100%{style}" loading="lazy" allow="{allow}" referrerpolicy="{referrer}"></iframe><figcaption><a href="{whole}" target="_blank" rel="noopener">{title}</a></figcaption></figure>';

/** The element that shows a figure, and its script: a template for `fill`. */
export const SCRIPTED =
  '<story-figure src="{root}" figure="{figure}" lang="{lang}" theme="{theme}" background="{background}" height="{height}"><a href="{whole}" target="_blank" rel="noopener">{title}</a></story-figure>\n<script async src="{root}embed.js"></script>';

/** Where a figure's fragment for a messenger's article lies, seen from the site's folder, and its picture. */
export const FRAGMENT = 'wechat/{name}.{lang}.{kind}';

/** The name of the whole story among the fragments. */
export const WHOLE = 'index';
