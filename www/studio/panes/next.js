// The one next thing to do, from an empty page to an infographic that is taken away.

/** @typedef {import('./context.js').View} View */
/** @typedef {{ word: import('../words.js').Word, n?: number, change: Partial<View> }} Next */

/**
 * @param {import('../store/state.js').State['project']} project
 * @param {boolean} checked whether that is known
 * @param {number} n how much is still to be done
 * @param {View} view
 * @returns {Next}
 */
export function next({ story, article }, checked, n, view) {
  const figures = story.chapters.reduce((sum, chapter) => sum + chapter.figures.length, 0);
  if (story.facts.length === 0) {
    const focus = article.trim() === '' ? 'article' : undefined;
    return { word: article.trim() === '' ? 'nextPaste' : 'nextTake', change: { tab: 'article', focus } };
  }
  if (figures === 0) {
    const proposing = view.picked.length > 0 ? { facts: view.picked } : undefined;
    return { word: 'nextFigure', change: { tab: 'work', room: 'numbers', proposing, focus: 'pick' } };
  }
  if (!checked) return { word: 'checking', change: {} };
  if (n > 0)
    return { word: 'nextFill', n, change: { tab: 'work', room: 'problems', proposing: undefined, focus: 'problems' } };
  return { word: 'nextTakeAway', change: { tab: 'work', room: 'take', proposing: undefined } };
}
