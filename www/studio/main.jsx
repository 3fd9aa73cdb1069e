// Opens the studio.

import { render } from 'preact';
import { App } from './app.jsx';
import { startEngine } from './engine.js';
import { createStore } from './store/store.js';

const { engine: script = '', module = '', example = '' } = document.documentElement.dataset;
const root = document.getElementById('studio');
if (!root) throw new Error('the page has no #studio');

/** @param {string} address */
const whole = (address) => new URL(address, document.baseURI).href;

const engine = startEngine(whole(script), whole(module));
const story = await (await fetch(whole(example))).json();
const store = createStore({ id: crypto.randomUUID(), article: '', story, edited: Date.now() });
render(<App store={store} engine={engine} />, root);
