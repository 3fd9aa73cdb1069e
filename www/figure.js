// One figure, live: it draws when it comes near, and again when size, zoom, text size, theme or choice change. Far away it holds
// no pixels.

import { StageCanvas } from './canvas.js';
import { find } from './dom.js';
import { faultNote, faultOf, hasPanicked } from './faults.js';
import { textScale } from './screen.js';
import { queueTask } from './tasks.js';

/** @typedef {import('./pkg/infographic.js').Theme} Theme */

/**
 * What changes about a figure while it is live.
 * @typedef {object} State
 * @property {number} choice which of its scenes is shown
 * @property {boolean} near whether it is near the window
 * @property {boolean} stale whether something has changed since it was painted
 * @property {boolean} busy whether a frame of it is to come
 * @property {number} painting the number of the last painting in steps
 * @property {number} width that it is laid out for, in CSS px
 * @property {number} height that it was laid out to, in CSS px
 */

/** How long a task paints before it leaves the rest to the next, in ms: half a frame. */
const PORTION = 8;

/** A figure on its canvas. */
export class LiveFigure {
  /**
   * @param {HTMLElement} host the `<figure>` with its `.stage`
   * @param {import('./pkg/infographic.js').Infographic} infographic
   * @param {Theme} theme
   */
  constructor(host, infographic, theme) {
    this.host = host;
    this.stage = find('.stage', host);
    this.theme = theme;
    this.canvas = new StageCanvas(this.stage);
    infographic.findFonts(this.canvas.context);
    this.figure = infographic.figure(host.id);
    /** @type {State} */
    this.state = {
      choice: this.figure.openingChoice(),
      near: false,
      stale: true,
      busy: false,
      painting: 0,
      width: 0,
      height: 0,
    };
    /** Ends the frame that is to come, or the change of scene. */
    this.cancel = () => {};
    this.undo = new AbortController();
    /** Called when the marks have come to their places. */
    this.placed = () => {};
    this.follow();
  }

  /** Follows what the drawing depends on: its sight, its width, its graphics card. */
  follow() {
    const { signal } = this.undo;
    // After a loss the still drawing is back until there is a graphics card again.
    this.canvas.element.addEventListener('contextlost', () => this.canvas.giveWay(), { signal });
    this.canvas.element.addEventListener('contextrestored', () => this.redraw(), { signal });
    // It changes no box itself: browsers report that as an error, a loop.
    this.sizes = new ResizeObserver(() => {
      if (this.stage.clientWidth !== this.state.width) this.redraw();
    });
    this.sights = new IntersectionObserver(
      (entries) => {
        this.state.near = entries.some((entry) => entry.isIntersecting);
        if (this.state.near) queueTask(() => this.arrive());
        else this.rest();
      },
      { rootMargin: '400px 0px' },
    );
    this.sights.observe(this.host);
    // A frame out of sight is told of no sight. Its one figure is drawn at once, so that the frame's height is right from the start.
    if (this.alone && this.layOut()) this.show();
  }

  /** Whether it is the only figure, in a frame of another page. */
  get alone() {
    return 'single' in document.documentElement.dataset;
  }

  /** Whether it is to be drawn: it is near and not taken away. */
  get wanted() {
    return this.state.near && !this.undo.signal.aborted;
  }

  /** Draws what is stale, unless the figure has gone again: in several tasks, since engines are slow at first. */
  arrive() {
    if (!this.wanted) return;
    if (this.state.stale && this.layOut()) this.canvas.settled().then(() => queueTask(() => this.appear()));
    this.sizes?.observe(this.stage);
  }

  /**
   * Gives the canvas's memory back while the figure is out of sight. One alone in a frame stays: its host may show the frame again
   * at once, or have scaled it out of what counts as sight.
   */
  rest() {
    if (this.alone || this.stage.contains(document.activeElement)) return;
    this.stop();
    this.canvas.rest();
    this.state.stale = true;
  }

  /** Lays out; false when there is nothing to lay out on. */
  layOut() {
    const width = this.stage.clientWidth;
    if (width === 0 || this.canvas.lost) return false;
    const height = this.ask(() => this.figure.layout(this.canvas.context, width, textScale(), this.state.choice));
    if (height === undefined) return false;
    Object.assign(this.state, { width, height });
    return true;
  }

  /**
   * Paints what is laid out, some milliseconds a task, unless something else has painted it meanwhile.
   * @param {number} step of the painting that is to come
   * @param {number} painting to which it belongs: the last one goes on alone
   */
  appear(step = 0, painting = ++this.state.painting) {
    if (!this.wanted || !this.state.stale || painting !== this.state.painting) return;
    this.ask(() => {
      const { canvas, figure, state, theme } = this;
      if (step === 0) canvas.fit(state.width, state.height);
      const end = performance.now() + PORTION;
      do step = figure.paintStep(canvas.context, canvas.ratio, theme, step);
      while (step > 0 && performance.now() < end);
      if (step > 0) queueTask(() => this.appear(step, painting));
      else this.takeOver();
    });
  }

  /** Paints what is laid out, and puts everything in its place. */
  show() {
    this.ask(() => {
      this.canvas.fit(this.state.width, this.state.height);
      this.paint(1);
      this.takeOver();
    });
  }

  /** The canvas is painted: it takes the still drawing's place. */
  takeOver() {
    this.canvas.takeOver();
    this.placed();
    this.state.stale = false;
  }

  /** @param {number} progress of a change of scene, from 0 to 1 */
  paint(progress) {
    this.figure.paint(this.canvas.context, this.canvas.ratio, this.theme, progress);
  }

  /** Draws again in the next frame, or when it has come near, or when a change of scene is complete. */
  redraw() {
    const { state } = this;
    state.stale = true;
    if (!state.near || state.busy || this.undo.signal.aborted) return;
    state.busy = true;
    const frame = requestAnimationFrame(() => {
      state.busy = false;
      if (this.layOut()) this.show();
    });
    this.cancel = () => cancelAnimationFrame(frame);
  }

  /** Ends what is in motion. */
  stop() {
    this.cancel();
    this.state.busy = false;
    this.state.painting += 1;
  }

  /** Paints in other colours. @param {Theme} theme */
  setTheme(theme) {
    this.theme = theme;
    this.redraw();
  }

  /**
   * What a question to the figure yields, or nothing when it fails: then the still drawing is back, and it is said why.
   * @template Answer
   * @param {() => Answer} question
   * @returns {Answer | undefined}
   */
  ask(question) {
    try {
      return question();
    } catch (error) {
      const note = faultNote(faultOf(error), error);
      this.detach();
      this.stage.after(note);
      return undefined;
    }
  }

  /** Takes everything away that was attached. */
  detach() {
    if (this.undo.signal.aborted) return;
    this.stop();
    this.undo.abort();
    this.sizes?.disconnect();
    this.sights?.disconnect();
    this.canvas.detach();
    if (!hasPanicked()) this.figure.free();
  }
}
