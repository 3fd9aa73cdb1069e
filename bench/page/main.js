// The benchmark's page: eight of the story's figures, each on a canvas of its own, through the module's public surface alone.
// What the runner calls is described in ../README.md.

import init, { Infographic, Theme } from '../../www/pkg/infographic.js';

/** Red, green and blue of every ink, put here by build.mjs from the stylesheet of the palettes. */
const colors = Uint8Array.from(/** @type {number[]} */ (COLORS));

/** How long figures may be drawn before the browser gets a turn, in ms: a fifth of a long task on a fast machine. */
const TURN = 10;
/** How far a tooltip reaches at most, in CSS px, as page.css has it. */
const TIP_WIDTH = 240;

const root = /** @type {HTMLElement} */ (document.getElementById('page'));
const hosts = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.fig')]);

/** @type {Infographic} */
let infographic;
/** @type {Theme} */
let theme;
/** @type {ReturnType<typeof attach>[]} */
let views = [];
let width = 0;

/** One figure on its canvas. @param {HTMLElement} host */
function attach(host) {
  const figure = infographic.figure(host.id);
  const choice = figure.openingChoice();
  const canvas = document.createElement('canvas');
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  /** The facts of the marks, asked for when a pointer comes. @type {string[] | undefined} */
  let facts;
  /** What is laid out, and what the canvas is, in CSS px. */
  let height = 0;
  let tall = 0;

  host.addEventListener('pointermove', (event) => {
    const { left, top } = corner(canvas);
    const index = figure.hit(event.clientX - left, event.clientY - top, 3);
    facts ??= figure.marks();
    show(index < 0 ? undefined : facts[index], event.clientX, event.clientY);
  });
  host.addEventListener('pointerleave', () => show(undefined, 0, 0));

  return {
    canvas,
    layOut() {
      height = figure.layout(context, width, 1, choice);
      facts = undefined;
    },
    fit() {
      const ratio = devicePixelRatio || 1;
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width !== across) canvas.width = across;
      if (canvas.height !== down) canvas.height = down;
      if (tall !== height) canvas.style.height = `${height}px`;
      tall = height;
    },
    paint() {
      figure.paint(context, devicePixelRatio || 1, theme, 1);
    },
  };
}

/**
 * Draws figures: a step for all of them before the next, since a browser asks for the styles anew between a change of a canvas's size
 * and a text.
 * @param {typeof views} some
 */
function draw(some) {
  for (const view of some) view.layOut();
  for (const view of some) view.fit();
  for (const view of some) view.paint();
}

const tip = document.createElement('div');
tip.className = 'tip';
/** @type {string | undefined} */
let told;

/** Tells about a fact beside the pointer; nothing about none. @param {string | undefined} fact @param {number} x @param {number} y */
function show(fact, x, y) {
  if (fact !== told) {
    told = fact;
    if (fact) tip.textContent = infographic.caption(fact);
    tip.style.visibility = fact ? 'visible' : 'hidden';
  }
  if (fact) tip.style.transform = `translate(${Math.min(x + 12, viewport - TIP_WIDTH)}px,${y + 14}px)`;
}

/** The canvas whose place is known, and where it is: asked once, until the page moves under the pointer. */
let placed = /** @type {HTMLCanvasElement | undefined} */ (undefined);
let place = { left: 0, top: 0 };
let viewport = innerWidth;
/** @param {HTMLCanvasElement} canvas */
function corner(canvas) {
  if (canvas !== placed) {
    placed = canvas;
    place = canvas.getBoundingClientRect();
  }
  return place;
}
function moved() {
  placed = undefined;
  viewport = innerWidth;
}
addEventListener('scroll', moved, { passive: true, capture: true });
addEventListener('resize', moved);

function redraw() {
  moved();
  draw(views);
}

const frame = () => new Promise(requestAnimationFrame);

/** Lets the browser do what waits. */
function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

async function open() {
  const dots = new URLSearchParams(location.search).get('dots');
  const plate = fetch(dots ? `plate-${dots}.bin` : 'plate.bin').then((response) => response.arrayBuffer());
  await init({ module_or_path: fetch('infographic.wasm') });
  infographic = Infographic.unpack(new Uint8Array(await plate));
  theme = Theme.fromColors(colors, true);
  width = root.clientWidth;
  document.body.append(tip);
  await turn();
  let begun = performance.now();
  for (const host of hosts) {
    const view = attach(host);
    views.push(view);
    draw([view]);
    if (performance.now() - begun < TURN) continue;
    await turn();
    begun = performance.now();
  }
  // The still drawings go all at once: a frame for each canvas would cost more than the drawing.
  hosts.forEach((host, index) => {
    host.replaceChildren(views[index]?.canvas ?? '');
    host.style.minHeight = '0';
  });
  await frame();
  await frame();
}

Object.assign(window, {
  __figures: hosts,
  __redraw: redraw,
  __redrawDots: () => draw(views.slice(0, 1)),
  /** @param {number} next */
  __resize(next) {
    root.style.width = `${next}px`;
    width = next;
    redraw();
  },
});
window.__ready = open();
