// What the marks of a drawing look like, and how many things one stands for.

import { useDesk } from './context.js';
import { Choice, Field } from './field.jsx';
import { GLYPHS } from '../words/glyphs.js';

/** @typedef {import('../story.d.ts').Drawing} Drawing */
/** @typedef {{ place: string, fact?: string, each: boolean, needed: boolean }} Slot where a glyph can stand */

/**
 * Where a drawing takes glyphs, within it.
 * @param {Drawing} drawing
 * @returns {Slot[]}
 */
function slots(drawing) {
  if ('pictogram' in drawing) {
    return drawing.pictogram.rows.map(({ fact }, row) => ({
      place: `/pictogram/rows/${row}`,
      fact,
      each: true,
      needed: true,
    }));
  }
  if ('share' in drawing) {
    return drawing.share.parts.map(({ fact }, part) => ({
      place: `/share/parts/${part}`,
      fact,
      each: false,
      needed: false,
    }));
  }
  if ('panorama' in drawing) {
    return drawing.panorama.bands.map(({ fact }, band) => ({
      place: `/panorama/bands/${band}`,
      fact,
      each: true,
      needed: false,
    }));
  }
  if ('funnel' in drawing) return [{ place: '/funnel', each: false, needed: false }];
  if ('week' in drawing) return [{ place: '/week', each: false, needed: false }];
  return [];
}

/**
 * @param {{ place: string, drawing: Drawing }} props
 */
export function Glyphs({ place, drawing }) {
  const { numbers: all, lang, say } = useDesk();
  const termOf = (/** @type {string} */ id) => all.find((one) => one.id === id)?.term || id;
  return (
    <div class="grid">
      {slots(drawing).map(({ place: slot, fact, each, needed }) => (
        <>
          <Choice
            place={`${place}${slot}/glyph`}
            label={fact ? say('glyphOf', { term: termOf(fact) }) : say('glyph')}
            options={Object.entries(GLYPHS).map(([glyph, name]) => [glyph, name[lang]])}
            none={needed ? undefined : say('none')}
          />
          {each && (
            <Field
              place={`${place}${slot}/each`}
              label={say('eachOf', { term: termOf(fact ?? '') })}
              number
              optional={!needed}
            />
          )}
        </>
      ))}
    </div>
  );
}
