// A figure's drawing, drawn anew when what it shows changes.

import { useState } from 'preact/hooks';
import { useAsked } from './asked.js';
import { useDesk } from './context.js';

/**
 * The drawing as SVG; nothing while there is none, and the last one while a new one cannot be drawn.
 * @param {import('../story.d.ts').Figure} figure
 */
export function useDrawing(figure) {
  const { state, engine } = useDesk();
  const { story } = state.project;
  const [svg, setSvg] = useState(/** @type {string | undefined} */ (undefined));
  useAsked(
    () => engine.drawing(story, figure.id, story.locales[0] ?? 'zh'),
    setSvg,
    // What is wrong with it is told by the checker, beside its field.
    () => undefined,
    [engine, figure.id, figure.drawing, story.facts, story.derived, story.units],
  );
  return svg;
}
