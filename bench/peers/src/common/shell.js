// The window hooks of the page contract (README.md), over a page's own draw functions.
const raf = () => new Promise((r) => requestAnimationFrame(r));

export const el = (i) => document.getElementById('f' + i);

// draw(w): first drawing; redraw(w): all eight again from data, w may have changed; dots(w): figure 1 alone, again.
export function expose(draw, redraw, dots) {
  const root = document.getElementById('page');
  let w = root.clientWidth;
  window.__figures = [...root.querySelectorAll('.fig')];
  window.__redraw = () => redraw(w);
  window.__redrawDots = () => dots(w);
  window.__resize = (nw) => {
    root.style.width = nw + 'px';
    w = nw;
    return redraw(w);
  };
  window.__ready = (async () => {
    await draw(w);
    await raf();
    await raf();
  })();
}
