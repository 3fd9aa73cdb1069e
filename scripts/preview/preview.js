// Watches for the next version of the page, and shows what is wrong with the story meanwhile.

const site = new URL('.', import.meta.url);

/** How often the page looks, in ms: the server is on the same machine. */
const EVERY = 300;

const panel = document.createElement('pre');
panel.className = 'preview-problems';
panel.setAttribute('role', 'alert');
// The tool speaks English, whatever the page does; a long list is scrolled by keys too.
panel.lang = 'en';
panel.tabIndex = 0;

/** @returns {Promise<{ version: number, problems: string } | undefined>} nothing while the server is not there */
async function ask() {
  try {
    return await (await fetch(new URL('preview.json', site), { cache: 'no-store' })).json();
  } catch {
    return undefined;
  }
}

/** The version that is shown: 0 is none yet. @type {number | undefined} */
let shown;

async function look() {
  const told = await ask();
  if (told) {
    shown ??= told.version;
    if (told.version !== shown) location.reload();
    if (panel.textContent !== told.problems) panel.textContent = told.problems;
    if (!told.problems) panel.remove();
    // The page replaces its body when it turns to another language.
    else if (!panel.isConnected) document.documentElement.append(panel);
  }
  setTimeout(look, EVERY);
}

look();
