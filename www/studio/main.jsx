// Opens the studio.

import { render } from 'preact';
import { keep } from '../offline.js';
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

root.replaceChildren();
render(<App engine={engine} {...kept} example={whole(example)} />, root);
// Without a network the studio opens too, after a first visit.
void keep('worker.js');
