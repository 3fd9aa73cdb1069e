// The article, with its numbers marked.

import { useStory, useStudio } from '../studio.js';

export function ArticlePane() {
  const { store, words } = useStudio();
  const { project } = useStory();
  return (
    <section class="pane" aria-label={words.article}>
      <textarea
        aria-label={words.article}
        value={project.article}
        onInput={({ currentTarget }) => store.dispatch({ type: 'article/set', text: currentTarget.value })}
      />
    </section>
  );
}
