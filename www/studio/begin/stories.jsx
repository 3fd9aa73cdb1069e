// The stories that are kept in this browser: open, rename, copy, delete, and bring back what was deleted last.

import { useEffect, useState } from 'preact/hooks';
import { asksToStay } from '../keep/stay.js';
import { claim, openNews } from '../keep/tabs.js';
import { nameOf, newProject } from '../store/new.js';

/** @typedef {import('../store/state.js').Project} Project */
/** @typedef {import('../studio.js').House} House */

/** @param {{ house: House }} props */
export function Stories({ house }) {
  const { say } = house;
  const { projects, removed, fault, stays, called, remove, rename, put } = useStories(house);

  if (!projects.length && !removed) return null;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{say('kept')}</h2>
      {!stays && house.lasting && <p class="hint">{say('mayVanish')}</p>}
      <ul class="stories">
        {projects.map((project) => (
          <Row
            key={project.id}
            house={house}
            project={project}
            rename={(name) => rename(project, name)}
            copy={() => put(newProject({ ...project, name: say('copyOf', { name: called(project) }) }))}
            remove={() => remove(project)}
          />
        ))}
      </ul>
      <div role="status">
        {removed && (
          <p class="notice">
            {say('removed', { name: called(removed) })}
            <button type="button" onClick={() => put(removed)}>
              {say('undo')}
            </button>
          </p>
        )}
        {fault && <p class="wrong">{fault}</p>}
      </div>
    </section>
  );
}

/**
 * The stories, what can be done to them, and what became of it.
 * @param {House} house
 */
function useStories({ shelf, say }) {
  const [projects, setProjects] = useState(/** @type {Project[]} */ ([]));
  const [removed, setRemoved] = useState(/** @type {Project | undefined} */ (undefined));
  const [fault, setFault] = useState('');
  const [stays, setStays] = useState(true);
  const read = () => shelf.all().then(setProjects);
  useEffect(() => {
    void read();
    void asksToStay(false).then(setStays);
    const news = openNews(() => void read());
    return () => news.close();
  }, [shelf]);

  /** @param {Project} project */
  const called = (project) => nameOf(project) ?? say('untitled');
  /**
   * Does something to a story, unless another tab edits it.
   * @param {Project} project
   * @param {() => Promise<void>} act
   */
  async function change(project, act) {
    const giveBack = await claim(project.id, {});
    const refused = giveBack ? '' : say('openElsewhere', { name: called(project) });
    setFault(
      refused ||
        (await act().then(
          () => '',
          () => say('notKept'),
        )),
    );
    giveBack?.();
    await read();
    return !refused;
  }
  /** @param {Project} project */
  async function remove(project) {
    if (!(await change(project, () => shelf.remove(project.id)))) return;
    setRemoved(project);
    tell({ gone: project.id });
  }
  /** @param {Project} project @param {string} name */
  async function rename(project, name) {
    await change(project, async () => {
      const kept = await shelf.get(project.id);
      if (kept) await shelf.put({ ...kept, name });
    });
  }
  /** @param {Project} project */
  async function put(project) {
    setRemoved(undefined);
    await change(project, () => shelf.put(project));
  }

  return { projects, removed, fault, stays, called, remove, rename, put };
}

/** @param {import('../keep/tabs.js').News} told */
function tell(told) {
  const news = openNews();
  news.tell(told);
  news.close();
}

/**
 * @param {{ house: House, project: Project, rename: (name: string) => void, copy: () => void, remove: () => void }} props
 */
function Row({ house: { say, lang }, project, rename, copy, remove }) {
  const [naming, setNaming] = useState(false);
  const name = nameOf(project) ?? say('untitled');
  const when = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  const disk = project.savedToDisk && ` · ${say('onDisk', { when: when.format(project.savedToDisk) })}`;
  return (
    <li>
      {naming ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const field = event.currentTarget.elements.namedItem('name');
            if (field instanceof HTMLInputElement) rename(field.value.trim());
            setNaming(false);
          }}
        >
          <input name="name" aria-label={say('name')} value={name} maxLength={200} ref={(field) => field?.select()} />
          <button type="submit">{say('done')}</button>
        </form>
      ) : (
        <a href={`#${project.id}`}>{name}</a>
      )}
      <small>
        {say('edited', { when: when.format(project.edited) })}
        {disk}
      </small>
      <span class="tools">
        <button type="button" class="quiet" aria-label={`${say('rename')}: ${name}`} onClick={() => setNaming(!naming)}>
          {say('rename')}
        </button>
        <button type="button" class="quiet" aria-label={`${say('duplicate')}: ${name}`} onClick={copy}>
          {say('duplicate')}
        </button>
        <button type="button" class="quiet" aria-label={`${say('deleteStory')}: ${name}`} onClick={remove}>
          {say('deleteStory')}
        </button>
      </span>
    </li>
  );
}
