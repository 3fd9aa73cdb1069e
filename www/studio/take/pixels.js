// Pictures from drawings, by the browser's canvas.

/**
 * @param {string} svg
 * @param {{ width: number, height: number }} [size] in px; without it, twice the drawing's own
 * @returns {Promise<Blob>} a PNG
 */
export async function png(svg, size) {
  const image = new Image();
  // As data, not as a blob: a canvas that has drawn a blob's SVG will not give its pixels away everywhere.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { width, height } = size ?? { width: image.width * 2, height: image.height * 2 };
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error(`the browser makes no picture of ${width} × ${height} px`);
  return blob;
}
