// The canvas of a figure: as many pixels as the screen has under it, in the still drawing's place while it is live.

import { make } from './dom.js';
import { codedError } from './faults.js';
import { visualScale } from './screen.js';

/** The most device pixels of a canvas that every browser still draws. */
const MOST_PIXELS = 16_000_000;

/**
 * How many pixels a canvas gets.
 * @param {number} width in CSS px
 * @param {number} height in CSS px
 * @param {number} wanted device pixels to a CSS px
 * @returns {{ ratio: number, across: number, down: number }} what it gets: pixels to a CSS px, in a row and in a column
 */
export function canvasPixels(width, height, wanted) {
  const ratio = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
  return { ratio, across: Math.round(width * ratio), down: Math.round(height * ratio) };
}

/** A canvas in a figure's stage. */
export class StageCanvas {
  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.stage = stage;
    this.element = make('canvas', { 'aria-hidden': 'true' });
    const context = this.element.getContext('2d');
    if (!context) throw codedError('canvas', 'no 2d context');
    this.context = context;
    /** Device pixels to a CSS px. */
    this.ratio = 0;
    /** The width in CSS px that it has pixels for. */
    this.width = 0;
  }

  /** Whether the canvas has the place of the still drawing. */
  get live() {
    return this.stage.classList.contains('live');
  }

  /** Whether the graphics card was taken away, with all that was drawn. Old browsers cannot say so. */
  get lost() {
    return this.context.isContextLost?.() ?? false;
  }

  /**
   * Gives the canvas as many pixels as the screen has under it.
   * @param {number} width in CSS px
   * @param {number} height in CSS px
   */
  fit(width, height) {
    const { ratio, across, down } = canvasPixels(width, height, (devicePixelRatio || 1) * visualScale(this.stage));
    this.ratio = ratio;
    if (this.element.width !== across) this.element.width = across;
    if (this.element.height !== down) this.element.height = down;
    this.element.style.height = `${height}px`;
    if (width !== this.width) this.stage.style.minHeight = '';
    this.width = width;
  }

  /** Settles when what moves in the still drawing has come to rest. */
  async settled() {
    if (!this.live)
      await Promise.allSettled(this.stage.getAnimations({ subtree: true }).map(({ finished }) => finished));
  }

  /** The canvas takes the place of the still drawing, in a box that does not shrink under the reader's eyes. */
  takeOver() {
    if (this.live) return;
    const { stage } = this;
    if (stage.querySelector('svg') && !stage.style.height) stage.style.minHeight = `${stage.clientHeight}px`;
    stage.prepend(this.element);
    stage.style.height = '';
    // The still drawing moves as it is first seen, and not again when it comes back.
    stage.classList.add('live', 'drawn');
  }

  /** The still drawing is back. */
  giveWay() {
    this.stage.classList.remove('live');
    this.element.remove();
  }

  /** Gives the memory back, and the place to the still drawing; nothing may move, should that be of another height. */
  rest() {
    if (this.live) this.stage.style.height = `${this.stage.clientHeight}px`;
    this.giveWay();
    this.element.width = this.element.height = 0;
  }

  /** Gives everything back. */
  detach() {
    this.giveWay();
    this.stage.style.height = this.stage.style.minHeight = '';
    this.element.width = this.element.height = 0;
  }
}
