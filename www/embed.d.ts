/** embed.js: the element `<story-figure>`, for pages that show figures of a story's site. */

/** What the attributes of a `<story-figure>` say. All may be set and changed at any time. */
export interface StoryFigureAttributes {
  /** The folder of the site, as `https://example.org/story/`. Without it, that of the first link inside the element. */
  src?: string;
  /** The figure's name, which stands after `#` in its address. Without it, the whole page is shown. */
  figure?: string;
  /** The language; without it, the reader's. */
  lang?: 'zh' | 'en';
  /** The colours; without it, the reader's. */
  theme?: 'auto' | 'light' | 'dark';
  /** Lets the ground of the host's page through, where its colour scheme is `theme`. */
  background?: 'transparent' | '';
  /** The frame's height in CSS px until it has said its own: 600 if it is not given. */
  height?: number | string;
  /** The frame's name for those who do not see it; without it, the text inside the element. */
  title?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'story-figure': HTMLElement;
  }
}
