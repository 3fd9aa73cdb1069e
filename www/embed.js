// <banan-infographic figure="pipeline" lang="en" theme="auto">: a frame as tall as its content, for pages that run no resizing
// script of their own. A classic script without dependencies. The element's own link stays in the page, seen where this
// script does not run; it also names the frame.
(() => {
  const NAME = 'banan-infographic';
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const base = new URL('.', (script && script.src) || location.href);
  if (!window.customElements || customElements.get(NAME)) return;

  class Embed extends HTMLElement {
    constructor() {
      super();
      this.frame = document.createElement('iframe');
      this.receive = this.receive.bind(this);
    }

    connectedCallback() {
      addEventListener('message', this.receive);
      // An element that is moved keeps its frame.
      if (!this.shadowRoot) this.build();
    }

    disconnectedCallback() {
      removeEventListener('message', this.receive);
    }

    build() {
      const { frame } = this;
      const [figure, lang, theme] = ['figure', 'lang', 'theme'].map((name) => this.getAttribute(name) || '');
      const clear = this.getAttribute('background') === 'transparent';
      const address = new URL(figure && lang ? `figure/${encodeURIComponent(`${figure}.${lang}`)}.html` : '', base);
      const query = { figure: !lang && figure, lang: !figure && lang, theme, background: clear && 'transparent' };
      for (const [name, value] of Object.entries(query)) if (value) address.searchParams.set(name, value);
      frame.src = address.href;
      frame.loading = 'lazy';
      frame.allow = 'fullscreen; clipboard-write; web-share';
      frame.referrerPolicy = 'strict-origin-when-cross-origin';
      // A frame is see-through only where its colour scheme is that of the element around it.
      const scheme = clear && /^(light|dark)$/.test(theme) ? `;color-scheme:${theme}` : '';
      const height = parseInt(this.getAttribute('height') || '', 10) || 600;
      frame.style.cssText = `display:block;border:0;width:100%;height:${height}px${scheme}`;
      this.style.display = 'block';
      // In a shadow tree without a slot the link is not shown. The parser may bring it only after the element.
      new MutationObserver(() => this.label()).observe(this, { childList: true, characterData: true, subtree: true });
      this.label();
      this.attachShadow({ mode: 'open' }).append(frame);
    }

    label() {
      this.frame.title = this.getAttribute('title') || (this.textContent || '').trim() || 'Infographic';
    }

    /** @param {MessageEvent} event */
    receive({ source, origin, data }) {
      const { frame } = this;
      // In a sandbox our own page has no origin either.
      if (source !== frame.contentWindow || (origin !== 'null' && origin !== new URL(frame.src).origin)) return;
      if (!data || data.sentinel !== 'amp' || data.type !== 'embed-size') return;
      const height = Math.ceil(Number(data.height));
      if (height > 0 && height < 20000) frame.style.height = `${height}px`;
    }
  }

  customElements.define(NAME, Embed);
})();
