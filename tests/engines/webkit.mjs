/** WebKit: WebKitGTK's MiniBrowser on a screen of its own, by classic WebDriver. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findWebKit } from '../../scripts/machine/engines.mjs';
import { firstFrame, until } from './driver.mjs';
import { freePort } from '../free-port.mjs';

/** Says its number; and stays as it is between two browsers, where it would not be there for a moment. */
const SCREEN = ['-displayfd', '1', '-noreset', '-nolisten', 'tcp', '-screen', '0', '1600x1200x24'];

/** How long WebDriver may take for one command, in ms. */
const PATIENCE = 60_000;

/** How WebDriver writes keys that have no letter. @type {Record<import('./driver.mjs').Key, string>} */
const KEYS = { Tab: '\uE004', Escape: '\uE00C', End: '\uE010', Home: '\uE011', ArrowRight: '\uE014' };

/** How WebDriver writes an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** @typedef {(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<any>} Command */

/** @returns {Promise<import('./driver.mjs').Engine>} */
export async function startWebKit() {
  const { driver, screen, browser } = findWebKit();
  if (!driver || !screen || !browser) throw new Error('WebKit is not here whole: run npm test -- --only engines');
  const display = spawn(screen, SCREEN, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [number] = await once(display.stdout, 'data');
  const port = await freePort();
  const service = spawn(driver, [`--port=${port}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      GDK_BACKEND: 'x11',
      // Root may not have WebKit's sandbox, and CI runs as root.
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
  });
  const command = speakTo(`http://127.0.0.1:${port}`);
  await until('WebKitWebDriver answers', () => command('GET', '/status').catch(() => undefined));
  return {
    open: () => openWindow(command, browser),
    async close() {
      service.kill();
      display.kill();
      await Promise.all([service, display].map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
    },
  };
}

/**
 * @param {string} service
 * @returns {Command}
 */
function speakTo(service) {
  return async (method, path, body) => {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(service + path, { method, body: body && JSON.stringify(body), signal });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`WebDriver, ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

/**
 * @param {Command} command
 * @param {string} binary
 * @returns {Promise<import('./driver.mjs').Window>}
 */
async function openWindow(command, binary) {
  const options = { binary, args: ['--automation'] };
  const { sessionId } = await command('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  /** @type {Command} */
  const ask = (method, path, body) => command(method, `/session/${sessionId}${path}`, body);

  /** @type {import('./driver.mjs').Evaluate} */
  const evaluate = async (work, ...args) =>
    // JSON has no undefined.
    (await ask('POST', '/execute/sync', { script: `return (${work}).apply(null, arguments)`, args })) ?? undefined;

  /** @param {number} x @param {number} y @param {{ type: string, button: number }[]} rest */
  const mouse = (x, y, ...rest) =>
    ask('POST', '/actions', {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 }, ...rest],
        },
      ],
    });

  return {
    async visit(address) {
      await ask('POST', '/url', { url: address });
      await evaluate(listen);
    },
    evaluate,
    async evaluateInFrame(work, ...args) {
      const frame = await evaluate(firstFrame);
      if (!frame || !(ELEMENT in frame)) throw new Error('The page has no frame');
      await ask('POST', '/frame', { id: frame });
      try {
        return await evaluate(work, ...args);
      } finally {
        await ask('POST', '/frame', { id: null });
      }
    },
    press: (key) =>
      ask('POST', '/actions', {
        actions: [
          {
            type: 'key',
            id: 'keys',
            actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] })),
          },
        ],
      }),
    point: (x, y) => mouse(x, y),
    click: (x, y) => mouse(x, y, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }),
    async resize(width, height) {
      // WebDriver sizes the window; what the page has is less by the window's own bars.
      const outer = await ask('GET', '/window/rect');
      const [across, down] = await evaluate(() => [innerWidth, innerHeight]);
      const rect = { width: width + outer.width - across, height: height + outer.height - down };
      await ask('POST', '/window/rect', rect);
      await until(`a window of ${width} × ${height}`, () =>
        evaluate((width, height) => innerWidth === width && innerHeight === height, width, height),
      );
    },
    screenshot: async () => Buffer.from(await ask('GET', '/screenshot'), 'base64'),
    complaints: () => evaluate(() => /** @type {any} */ (window).complaints),
    close: () => ask('DELETE', ''),
  };
}

/** WebKit's driver tells nothing of the console: so a page is listened to from inside, from its load on. Runs in the page. */
function listen() {
  /** @type {string[]} */
  const heard = [];
  Object.assign(window, { complaints: heard });
  addEventListener('error', ({ message }) => heard.push(message), true);
  addEventListener('unhandledrejection', ({ reason }) => heard.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => heard.push(`refused: ${blockedURI}`));
  for (const level of /** @type {const} */ (['error', 'warn'])) {
    const tell = console[level];
    console[level] = (...words) => {
      heard.push(`${level}: ${words.join(' ')}`);
      tell(...words);
    };
  }
}
