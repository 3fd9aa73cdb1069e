// What a story begins with when its article comes: its language, and the headline as its title.

/**
 * Has a story begin that nothing has been made of yet.
 * @param {import('../engine.js').Engine} engine
 * @param {import('../store/store.js').Store} store
 * @param {import('../words.js').Lang} lang the interface's language
 */
export async function beginFrom(engine, store, lang) {
  const { story, article } = store.state().project;
  const titled = Object.values(story.title).some((title) => title !== '');
  if (titled || story.facts.length > 0 || story.chapters.length > 0) return;
  const { locales, title } = await engine.emptyStory(article, lang);
  // What was done meanwhile is kept.
  if (store.state().project.story === story)
    store.dispatch({ type: 'story/replace', story: { ...story, locales, title } });
}
