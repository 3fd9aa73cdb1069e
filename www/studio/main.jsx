// Opens the studio.

import { render } from 'preact';
import { App } from './app.jsx';
import { startEngine } from './engine.js';
import { looseShelf, openShelf } from './keep/shelf.js';

const { engine: script = '', module = '', example = '' } = document.documentElement.dataset;
const root = document.getElementById('studio');
if (!root) throw new Error('the page has no #studio');

/** @param {string} address */
const whole = (address) => new URL(address, document.baseURI).href;

const engine = startEngine(whole(script), whole(module));
const kept = await openShelf().then(
  (shelf) => ({ shelf, lasting: true }),
  () => ({ shelf: looseShelf(), lasting: false }),
);
/** Without a network the studio opens too, after a first visit. */
async function keepStudio() {
  try {
    await navigator.serviceWorker?.register('worker.js');
  } catch (error) {
    // Where a reader forbids keeping anything, even asking for it throws. The studio needs a network then.
    if (!(error instanceof DOMException)) throw error;
  }
}

root.replaceChildren();
render(<App engine={engine} {...kept} example={whole(example)} />, root);
void keepStudio();
