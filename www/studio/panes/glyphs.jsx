// What the marks of a drawing look like, and how many things one stands for.

import { useDesk } from './context.js';
import { Choice, Field } from './field.jsx';
import { GLYPHS } from '../words/glyphs.js';

/** @typedef {import('../story.d.ts').Drawing} Drawing */
/** @typedef {{ place: string, fact?: string, each?: boolean, needed?: boolean }} Slot where a glyph can stand */

/**
 * Where a drawing takes glyphs, within it.
 * @param {Drawing} drawing
 * @returns {Slot[]}
 */
function slots(drawing) {
  /** @param {string} list @param {{ fact: string }[]} entries @param {{ each?: boolean, needed?: boolean }} takes */
  const inList = (list, entries, takes) =>
    entries.map(({ fact }, index) => ({ place: `/${list}/${index}`, fact, ...takes }));
  if ('pictogram' in drawing) return inList('pictogram/rows', drawing.pictogram.rows, { each: true, needed: true });
  if ('share' in drawing) return inList('share/parts', drawing.share.parts, {});
  if ('panorama' in drawing) return inList('panorama/bands', drawing.panorama.bands, { each: true });
  if ('funnel' in drawing) return [{ place: '/funnel' }];
  if ('week' in drawing) return [{ place: '/week' }];
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
