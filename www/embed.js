// <story-figure src="https://example.org/story/" figure="harbour" lang="en">: a figure as tall as its content, for pages that run
// no resizing script of their own. What each attribute says stands in embed.d.ts. Built as a classic script without dependencies.

import { homesOf } from './homes.js';
import { ALLOW, FIGURE_PAGE, REFERRER } from './snippets.js';

const NAME = 'story-figure';
const WAYS = homesOf(HOMES);
const LANGUAGES = Object.keys(WAYS);

/** A frame's height in CSS px: before it has said its own, and the least and the most that it may say. */
const HEIGHT = { first: 600, least: 50, most: 60000 };

class StoryFigure extends HTMLElement {
  static get observedAttributes() {
    return ['src', 'figure', 'lang', 'theme', 'background', 'height', 'title'];
  }

  constructor() {
    super();
    /** @type {HTMLIFrameElement | undefined} */
    this.frame = undefined;
    /** @type {number | undefined} */
    this.timer = undefined;
    // The element's own content, a link, stays in sight until the frame has spoken: a host may forbid frames.
    this.content = document.createElement('slot');
    this.attachShadow({ mode: 'open' }).append(this.content);
    this.later = this.later.bind(this);
    this.receive = this.receive.bind(this);
    this.watch = new MutationObserver(this.later);
  }

  connectedCallback() {
    addEventListener('message', this.receive);
    // The parser may bring the link only after the element.
    this.watch.observe(this, { childList: true, characterData: true, attributeFilter: ['href'], subtree: true });
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.later, { once: true });
    this.later();
  }

  // A frame that is moved loads anew, unless the browser can move it as it is.
  connectedMoveCallback() {}

  disconnectedCallback() {
    removeEventListener('message', this.receive);
    this.watch.disconnect();
    this.empty();
  }

  attributeChangedCallback() {
    this.later();
  }

  /** Shows what the attributes say at the end of the task: they may be set one by one. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.isConnected && this.show());
  }

  show() {
    const address = addressOf(this);
    if (!address) {
      this.empty();
      if (document.readyState !== 'loading')
        console.warn(`${NAME}: neither src nor a link inside says where the figure is`, this);
      return;
    }
    if (this.frame?.src !== address) {
      this.empty();
      this.frame = newFrame(address);
      if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
      this.shadowRoot?.prepend(this.frame);
    }
    const spoken = !this.content.isConnected;
    this.frame.title = this.title || this.textContent?.trim() || 'Infographic';
    const height = parseInt(this.getAttribute('height') ?? '', 10);
    if (!spoken) this.frame.style.height = `${within(height) ? height : HEIGHT.first}px`;
    // A frame is see-through only where its colour scheme is that of the element around it.
    const theme = said(this, 'theme');
    this.frame.style.colorScheme = isClear(this) && /^(light|dark)$/.test(theme) ? theme : '';
  }

  /** Leaves the element's own content. */
  empty() {
    this.frame?.remove();
    this.frame = undefined;
    this.shadowRoot?.append(this.content);
  }

  /**
   * The window is who speaks, wherever its page has moved.
   * @param {MessageEvent} event
   */
  receive({ source, data }) {
    if (!this.frame || source !== this.frame.contentWindow) return;
    if (data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
    const height = Math.ceil(Number(data.height));
    if (!within(height)) return;
    this.frame.style.height = `${height}px`;
    this.content.remove();
  }
}

/** @param {number} height in CSS px; what is no number is not within the limits */
const within = (height) => height >= HEIGHT.least && height <= HEIGHT.most;

/**
 * An attribute whose value is one of a few words.
 * @param {Element} element
 * @param {string} name
 */
const said = (element, name) => (element.getAttribute(name) ?? '').trim().toLowerCase();

/** @param {Element} element */
const isClear = (element) => said(element, 'background') === 'transparent';

/** @param {string} address */
function newFrame(address) {
  const frame = document.createElement('iframe');
  frame.loading = 'lazy';
  frame.allow = ALLOW;
  frame.referrerPolicy = REFERRER;
  frame.style.cssText = 'display:block;border:0;width:100%';
  frame.src = address;
  return frame;
}

/**
 * The address of what the attributes ask for.
 * @param {HTMLElement} element
 */
function addressOf(element) {
  const site = siteOf(element);
  if (!site) return undefined;
  const figure = element.getAttribute('figure')?.trim() ?? '';
  const lang = LANGUAGES.find((code) => said(element, 'lang').split(/[-_]/)[0] === code) ?? '';
  const page = FIGURE_PAGE.replace('{figure}', encodeURIComponent(figure)).replace('{lang}', lang);
  const home = WAYS[lang] ?? '';
  const address = new URL(figure && lang ? page : home, site);
  if (figure && !lang) address.searchParams.set('figure', figure);
  const theme = said(element, 'theme');
  if (theme) address.searchParams.set('theme', theme);
  if (isClear(element)) address.searchParams.set('background', 'transparent');
  return address.href;
}

/**
 * The folder of the site: what `src` says, else the one that the link inside leads to, by whichever page.
 * @param {HTMLElement} element
 */
function siteOf(element) {
  const src = element.getAttribute('src');
  const written = src ?? element.querySelector('a[href]')?.getAttribute('href');
  try {
    const address = new URL(written ?? '', written ? element.baseURI : undefined);
    if (!/^https?:$/.test(address.protocol)) return undefined;
    const folder = address.pathname.replace(/\/(figure\/)?[^/]*\.html$|\/$/, '');
    const site = src ? folder : folder.replace(new RegExp(`/(${LANGUAGES.join('|')})$`), '');
    return new URL(`${site}/`, address.origin);
  } catch {
    return undefined;
  }
}

if (window.customElements && !customElements.get(NAME)) customElements.define(NAME, StoryFigure);
