// The control that chooses the theme.

import { make } from './dom.js';
import { remember } from './settings.js';
import { CHOICES, applyTheme } from './theme.js';

/**
 * @param {import('./words.js').Words} words
 * @returns {HTMLElement} a sign, over which the control lies
 */
export function themeControl(words) {
  const select = make('select', { 'aria-label': words.theme, title: words.theme });
  const names = { auto: words.themeAuto, light: words.themeLight, dark: words.themeDark };
  for (const choice of CHOICES) select.append(make('option', { value: choice }, names[choice]));
  select.value = document.documentElement.dataset.theme ?? 'auto';
  select.addEventListener('change', () => {
    remember('theme', select.value);
    applyTheme(select.value);
  });
  return make('label', { class: 'theme' }, '◐', select);
}
