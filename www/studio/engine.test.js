// Each call gets its own answer; a module that traps is replaced, and every call that waited for it is told.

import assert from 'node:assert/strict';
import test from 'node:test';
import { startEngine } from './engine.js';

/** Workers that answer when they are told to, the newest last. @type {FakeWorker[]} */
const workers = [];

class FakeWorker extends EventTarget {
  /** @type {any[]} */
  asked = [];
  ended = false;

  constructor() {
    super();
    workers.push(this);
  }

  /** @param {unknown} message */
  postMessage(message) {
    this.asked.push(message);
  }

  terminate() {
    this.ended = true;
  }

  /** @param {unknown} data */
  answer(data) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
Object.assign(globalThis, { Worker: FakeWorker });

/** An engine whose worker answers by hand. */
function start() {
  const engine = startEngine('worker.js', 'module.wasm');
  const worker = workers.at(-1);
  assert.ok(worker);
  return { engine, worker };
}

test('the worker is told where the module is, and each call gets its own answer', async () => {
  const { engine, worker } = start();
  const [first, second] = [engine.inkNames(), engine.inkNames()];
  assert.deepEqual(worker.asked[0], { module: 'module.wasm' });
  const [{ id: one, name, args }, { id: two }] = worker.asked.slice(1);
  assert.deepEqual([name, args], ['inkNames', []]);
  worker.answer({ id: two, value: ['b'] });
  worker.answer({ id: one, value: ['a'] });
  assert.deepEqual(await Promise.all([first, second]), [['a'], ['b']]);
});

test('a failure has the code of the module, and the next call goes on', async () => {
  const { engine, worker } = start();
  const failing = engine.inkNames();
  worker.answer({ id: worker.asked.at(-1).id, error: { message: 'no such story', code: 'story' } });
  await assert.rejects(failing, { message: 'no such story', code: 'story' });
  assert.equal(worker.ended, false);
});

test('after a trap a fresh module takes over, and who waited is told', async () => {
  const { engine, worker } = start();
  const [trapped, waiting] = [engine.inkNames(), engine.inkNames()];
  worker.answer({ id: worker.asked[1].id, error: { message: 'unreachable', code: 'panic' } });
  await assert.rejects(trapped, { code: 'panic' });
  await assert.rejects(waiting, { code: 'panic' });
  assert.equal(worker.ended, true);
  const fresh = workers.at(-1);
  assert.notEqual(fresh, worker);
  const again = engine.inkNames();
  fresh?.answer({ id: fresh.asked.at(-1).id, value: [] });
  assert.deepEqual(await again, []);
});
