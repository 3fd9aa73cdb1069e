// What the numbers are counted in.

import { useDesk } from './context.js';
import { Field, Texts, Tick } from './field.jsx';

/** The story's units, shut until they are asked for. */
export function Units() {
  const { state, view, show, say } = useDesk();
  const { units } = state.project.story;
  if (units.length === 0) return null;
  const open = view.open === '/units';
  return (
    <section class="units">
      <h3>
        <button
          type="button"
          class="quiet"
          aria-expanded={open}
          data-place="/units"
          onClick={() => show({ open: open ? undefined : '/units' })}
        >
          {say('units', { n: units.length })} {open ? '▴' : '▾'}
        </button>
      </h3>
      {open &&
        units.map(({ id }, index) => (
          <div class="card grid" key={id} role="group" aria-label={id}>
            <Texts place={`/units/${index}/form`} label={say('form')} />
            <Texts place={`/units/${index}/spoken`} label={say('spoken')} optional />
            <Field place={`/units/${index}/dimension`} label={say('dimension')} />
            <Field place={`/units/${index}/scale`} label={say('scale')} number optional />
            <Tick place={`/units/${index}/counts`} label={say('counts')} />
          </div>
        ))}
    </section>
  );
}
