// Pictures from drawings.

import { make } from './dom.js';

/**
 * A drawing as an image's address, in which nothing can run or reach out. As data, not as a blob: a canvas that has drawn a blob's SVG
 * will not give its pixels away everywhere.
 * @param {string} svg
 */
export const svgAddress = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/**
 * A drawing on a canvas.
 * @param {string} svg
 * @param {(own: { width: number, height: number }) => { width: number, height: number }} sizeOf how large the canvas is, in px, from the
 *   drawing's own size
 */
export async function raster(svg, sizeOf) {
  const image = new Image();
  image.src = svgAddress(svg);
  await image.decode();
  const canvas = make('canvas', sizeOf(image));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A canvas as a PNG. @param {HTMLCanvasElement} canvas */
export async function png(canvas) {
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error(`the browser makes no picture of ${canvas.width} × ${canvas.height} px`);
  return blob;
}
