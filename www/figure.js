// One figure on one canvas: it draws when it comes near, and again when size, zoom, text size, theme or choice change. Far away
// it holds no pixels.

import { make } from './dom.js';
import { faultNote, faultOf, hasPanicked } from './faults.js';
import { attachOverlay } from './overlay.js';
import { textScale } from './screen.js';
import { inTurn } from './turns.js';

/** @typedef {import('./pkg/infographic.js').Infographic} Infographic */
/** @typedef {import('./pkg/infographic.js').Theme} Theme */
/** @typedef {import('./words.js').Words} Words */

/** The longest that a change of scene may take, in ms. */
const TRANSITION = 500;

/** The most device pixels of a canvas that every browser still draws. */
const MOST_PIXELS = 16_000_000;

/**
 * @typedef {object} View
 * @property {(theme: Theme) => void} setTheme paints again in other colours
 * @property {() => void} redraw lays out and paints again
 * @property {() => void} detach takes everything away that was attached
 */

/**
 * Makes a figure live.
 * @param {HTMLElement} host the `<figure>` with its `.stage`
 * @param {Infographic} infographic
 * @param {Theme} theme
 * @param {Words} words
 * @returns {View}
 */
export function attachFigure(host, infographic, theme, words) {
  const stage = /** @type {HTMLElement} */ (host.querySelector('.stage'));
  const figure = infographic.figure(host.id);
  const canvas = make('canvas', { 'aria-hidden': 'true' });
  const context = canvas.getContext('2d');
  if (!context) throw Object.assign(new Error('no 2d context'), { code: 'canvas' });
  const overlay = attachOverlay({ host, stage, figure, words, ask });
  const undo = new AbortController();
  const alone = 'single' in document.documentElement.dataset;
  let colors = theme;
  let choice = figure.openingChoice();
  let near = false;
  let stale = true;
  let frame = 0;
  let drawnRatio = 0;
  let drawnWidth = 0;
  /** What is laid out, in CSS px. */
  let size = { width: 0, height: 0 };

  /** Lays out and paints, now. */
  function draw() {
    if (layOut()) show();
  }

  /** Lays out; false when there is nothing to lay out on. */
  function layOut() {
    const width = stage.clientWidth;
    // Old browsers cannot say that a context is lost.
    if (width === 0 || !context || context.isContextLost?.()) return false;
    const height = ask(() => figure.layout(context, width, textScale(), choice));
    if (height === undefined) return false;
    size = { width, height };
    return true;
  }

  /** Paints what is laid out, and puts it in its place. */
  function show() {
    if (!context) return;
    const { width, height } = size;
    try {
      fit(width, height);
      if (width !== drawnWidth) stage.style.minHeight = '';
      drawnWidth = width;
      figure.paint(context, drawnRatio, colors, 1);
      if (!stage.classList.contains('live')) takeOver();
      overlay.place();
      stale = false;
    } catch (error) {
      fail(error);
    }
  }

  /**
   * Gives the canvas as many pixels as the screen has under it.
   * @param {number} width
   * @param {number} height
   */
  function fit(width, height) {
    drawnRatio = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * height)));
    const [across, down] = [Math.round(width * drawnRatio), Math.round(height * drawnRatio)];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    canvas.style.height = `${height}px`;
  }

  /** The canvas takes the place of the still drawing, in a box that does not shrink under the reader's eyes. */
  function takeOver() {
    const still = stage.querySelector('svg');
    if (still && !stage.style.height) stage.style.minHeight = `${stage.clientHeight}px`;
    stage.prepend(canvas);
    stage.style.height = '';
    stage.classList.add('live');
  }

  /** Draws what is stale, unless the figure has gone again: in two portions, since engines are slow at first. */
  function arrive() {
    const comes = () => near && !undo.signal.aborted;
    if (!comes()) return;
    if (stale && layOut()) inTurn(() => comes() && stale && show());
    sizes.observe(stage);
  }

  /**
   * Gives the canvas's memory back, and its place to the still drawing, while the figure is out of sight. One alone in a frame
   * stays: its host may show the frame again at once, or have scaled it out of what counts as sight.
   */
  function rest() {
    if (alone || !stage.classList.contains('live') || stage.contains(document.activeElement)) return;
    cancelAnimationFrame(frame);
    frame = 0;
    // Nothing may move meanwhile, should the still drawing be of another height.
    stage.style.height = `${stage.clientHeight}px`;
    giveWay();
    canvas.width = canvas.height = 0;
    stale = true;
  }

  /** The still drawing is back. */
  function giveWay() {
    stage.classList.remove('live');
    canvas.remove();
  }

  /** @param {unknown} error */
  function fail(error) {
    const note = faultNote(faultOf(error), error);
    detach();
    stage.after(note);
  }

  /**
   * What the figure answers, or nothing when it fails: then the still drawing is back.
   * @template Answer
   * @param {() => Answer} question
   * @returns {Answer | undefined}
   */
  function ask(question) {
    try {
      return question();
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  function later() {
    stale = true;
    if (near && frame === 0 && !undo.signal.aborted) {
      frame = requestAnimationFrame(() => {
        frame = 0;
        draw();
      });
    }
  }

  /**
   * Shows another of the figure's scenes, in motion unless the reader wants none.
   * @param {number} next
   */
  function choose(next) {
    choice = next;
    cancelAnimationFrame(frame);
    frame = 0;
    if (!context || matchMedia('(prefers-reduced-motion: reduce)').matches || !near) {
      draw();
      return;
    }
    const height = ask(() => figure.layout(context, stage.clientWidth, textScale(), choice));
    if (height === undefined) return;
    const begun = performance.now();
    /** @param {number} now */
    const step = (now) => {
      const progress = Math.min(1, Math.max(0, (now - begun) / TRANSITION));
      try {
        if (progress === 1) fit(stage.clientWidth, height);
        figure.paint(context, drawnRatio, colors, ease(progress));
        frame = progress < 1 ? requestAnimationFrame(step) : 0;
        if (progress === 1) overlay.place();
      } catch (error) {
        fail(error);
      }
    };
    if (height * drawnRatio > canvas.height) fit(stage.clientWidth, height);
    step(begun);
  }

  // The graphics card was taken away, with all that was drawn: the still drawing is back until there is one again.
  canvas.addEventListener('contextlost', giveWay, { signal: undo.signal });
  canvas.addEventListener('contextrestored', later, { signal: undo.signal });

  const audible = host.dataset.audible?.split(' ') ?? [];
  if (audible.length > 1) host.querySelector('figcaption')?.append(listenButton());

  /** The button that plays the figure, and stops it. */
  function listenButton() {
    const button = make('button', { type: 'button', class: 'listen', title: words.highIsMore }, words.listen);
    /** @type {(() => void) | undefined} */
    let stop;
    const ended = () => {
      stop = undefined;
      button.textContent = words.listen;
      overlay.hide();
    };
    button.addEventListener('click', async () => {
      if (stop) return stop();
      const { play } = await import('./listen.js');
      stop = play(audible.map(overlay.note), overlay.point, ended);
      button.textContent = words.stop;
    });
    host.addEventListener('keydown', (event) => event.key === 'Escape' && stop?.(), { signal: undo.signal });
    undo.signal.addEventListener('abort', () => {
      stop?.();
      button.remove();
    });
    return button;
  }

  const choices = figure.choices();
  if (choices.length > 1) stage.before(choiceControl(host.id, choices, choice, words, choose));

  // It changes no box itself: browsers report that as an error, a loop.
  const sizes = new ResizeObserver(() => {
    if (stage.clientWidth !== size.width) later();
  });
  const sights = new IntersectionObserver(
    (entries) => {
      near = entries.some((entry) => entry.isIntersecting);
      if (near) inTurn(arrive);
      else rest();
    },
    { rootMargin: '400px 0px' },
  );
  sights.observe(host);
  // A frame out of sight is told of no sight. Its one figure is drawn at once, so that the frame's height is right from the start.
  if (alone) draw();

  function detach() {
    if (undo.signal.aborted) return;
    cancelAnimationFrame(frame);
    undo.abort();
    sizes.disconnect();
    sights.disconnect();
    overlay.detach();
    host.querySelector('.choices')?.remove();
    giveWay();
    stage.style.height = stage.style.minHeight = '';
    canvas.width = canvas.height = 0;
    if (!hasPanicked()) figure.free();
  }

  return {
    setTheme(next) {
      colors = next;
      later();
    },
    redraw: later,
    detach,
  };
}

/**
 * Starts fast and comes to rest gently.
 * @param {number} t
 */
function ease(t) {
  return 1 - (1 - t) ** 3;
}

/**
 * The control that picks one of a figure's scenes.
 * @param {string} id
 * @param {string[]} choices
 * @param {number} chosen
 * @param {Words} words
 * @param {(choice: number) => void} choose
 */
function choiceControl(id, choices, chosen, words, choose) {
  const group = make('div', { class: 'choices', role: 'radiogroup', 'aria-label': words.choose });
  choices.forEach((name, index) => {
    const input = make('input', { type: 'radio', name: `${id}-choice`, value: index, checked: index === chosen });
    input.addEventListener('change', () => choose(index));
    group.append(make('label', {}, input, make('span', {}, name)));
  });
  return group;
}
