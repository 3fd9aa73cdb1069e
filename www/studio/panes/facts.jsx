// The story's facts and figures.

import { useStory, useStudio } from '../studio.js';

export function FactsPane() {
  const { words } = useStudio();
  const { project } = useStory();
  return (
    <section class="pane" aria-label={words.facts}>
      <ul>
        {project.story.facts.map((fact) => (
          <li key={fact.id}>{fact.id}</li>
        ))}
      </ul>
    </section>
  );
}
