/**
 * The engines besides Chromium's that the page is tested in: Gecko as Firefox, WebKit as WebKitGTK's. What the machine has
 * is used; what it lacks is installed where that is ours to do, and otherwise left out, with a word about it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptGet } from './apt.mjs';
import { findInstalled } from './browser.mjs';
import { Failure } from '../steps.mjs';

/** Where a system keeps WebKitGTK's small browser, each with a folder for its architecture or without. */
const HELPERS = ['/usr/lib', '/usr/lib64', '/usr/libexec'];
const MINI_BROWSERS = ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((folder) => join(folder, 'MiniBrowser'));

/** The path of an installed Firefox. The variable FIREFOX names another one. */
export function findFirefox() {
  return findInstalled({
    named: process.env.FIREFOX,
    commands: ['firefox-esr', 'firefox'],
    apps: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
  });
}

/** The parts of WebKit, each where it is: what drives it, the screen that it is shown on, and the browser itself. */
export function findWebKit() {
  return {
    driver: findInstalled({ commands: ['WebKitWebDriver'] }),
    screen: findInstalled({ commands: ['Xvfb'] }),
    browser: HELPERS.filter((folder) => existsSync(folder))
      .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))])
      .flatMap((folder) => MINI_BROWSERS.map((path) => join(folder, path)))
      .find((path) => existsSync(path)),
  };
}

const ENGINES = [
  {
    name: 'Firefox',
    isHere: () => findFirefox() !== undefined,
    packages: ['firefox-esr'],
    test: 'tests/engines/firefox.test.mjs',
  },
  {
    name: 'WebKit',
    isHere: () => Object.values(findWebKit()).every(Boolean),
    packages: ['webkit2gtk-driver', 'xvfb'],
    test: 'tests/engines/webkit.test.mjs',
  },
];

/**
 * The test files of the engines that are here or can be had. In CI every engine must be.
 *
 * @returns {Promise<string[]>}
 */
export async function ensureEngines() {
  const tests = [];
  for (const { name, isHere, packages, test } of ENGINES) {
    try {
      if (!isHere()) await aptGet(packages);
      if (!isHere()) throw new Failure(`${packages.join(', ')}: installed, but ${name} is not found`);
      tests.push(test);
    } catch (error) {
      if (process.env.CI || !(error instanceof Failure)) throw error;
      console.log(`  ${name} is skipped: ${[error.message, error.advice].filter(Boolean).join('. ')}`);
    }
  }
  return tests;
}
