// <banan-infographic figure="pipeline" lang="en" theme="auto"></banan-infographic>: a frame as tall as its content, for pages
// that run no resizing script of their own. A classic script without dependencies; without it the element's own link stays.
(() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const base = new URL('.', script?.src || location.href);
  if (!('customElements' in window) || customElements.get('banan-infographic')) return;

  customElements.define(
    'banan-infographic',
    class extends HTMLElement {
      connectedCallback() {
        const address = new URL(base.href);
        for (const name of ['figure', 'lang', 'theme', 'background']) {
          const value = this.getAttribute(name);
          if (value) address.searchParams.set(name, value);
        }
        const frame = document.createElement('iframe');
        frame.src = address.href;
        frame.title = this.getAttribute('title') || this.textContent?.trim() || 'Infographic';
        frame.loading = 'lazy';
        frame.allow = 'fullscreen; clipboard-write; web-share';
        frame.referrerPolicy = 'strict-origin-when-cross-origin';
        frame.style.cssText = 'border:0;width:100%;height:600px';
        this.style.display = 'block';
        this.replaceChildren(frame);
        this.receive = /** @param {MessageEvent} event */ (event) => {
          const { data, source, origin } = event;
          if (source !== frame.contentWindow || (origin !== address.origin && origin !== 'null')) return;
          const height = data && data.sentinel === 'amp' && data.type === 'embed-size' ? Number(data.height) : 0;
          if (height > 0 && height < 20000) frame.style.height = `${Math.ceil(height)}px`;
        };
        addEventListener('message', this.receive);
      }

      disconnectedCallback() {
        removeEventListener('message', /** @type {(event: MessageEvent) => void} */ (this.receive));
      }
    },
  );
})();
