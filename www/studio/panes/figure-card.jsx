// One figure: its drawing, its texts, and what else can be said of it.

import { useDesk } from './context.js';
import { useDrawing } from './drawing.js';
import { FigureFields } from './figure-fields.jsx';
import { Picture } from './picture.jsx';
import { at } from '../store/pointer.js';
import { textAt, within } from './places.js';
import { filled } from './prose.js';

/**
 * A figure as a line with its drawing, or with all its fields.
 * @param {{ place: string, onKey: (event: KeyboardEvent) => void }} props
 */
export function FigureCard({ place, onKey }) {
  const { state, view, show, checked, numbers, say } = useDesk();
  const { story } = state.project;
  const figure = /** @type {import('../story.d.ts').Figure} */ (at(story, place));
  const svg = useDrawing(figure);
  const open = view.open === place;
  const title = filled(textAt(story, `${place}/title/${story.locales[0] ?? 'zh'}`), numbers);
  const problems = within(checked.problems, place).length;
  return (
    <li class={`sorted figure${open ? ' open' : ''}`}>
      <div class="figure-line">
        <button
          type="button"
          class="handle"
          aria-label={say('moveFigure')}
          data-place={`move:${figure.id}`}
          onKeyDown={onKey}
        >
          ⠿
        </button>
        <button
          type="button"
          class="figure-name quiet"
          data-place={place}
          aria-expanded={open}
          onClick={() => show({ open: open ? undefined : place })}
        >
          {svg && <Picture svg={svg} />}
          <span>
            {title || <em>{say('noTitle')}</em>}
            {problems > 0 && <small class="count">{say('problemCount', { n: problems })}</small>}
          </span>
          <span aria-hidden="true">{open ? '▴' : '▾'}</span>
        </button>
      </div>
      {open && <FigureFields place={place} figure={figure} />}
    </li>
  );
}
