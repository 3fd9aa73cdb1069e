/** The browser that the tests drive: one that is on the machine already, else Debian's Chromium. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptGet, canInstall } from './apt.mjs';
import { ask, Failure } from '../steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];

const APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Where Chrome and Edge live under each of Windows' program folders. */
const WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** The path of an installed Chromium, Chrome or Edge. The variable CHROMIUM names another one. */
export function findBrowser() {
  return findInstalled({ named: process.env.CHROMIUM, commands: NAMES, apps: APPS, windows: WINDOWS });
}

/**
 * The path of a program that is on the machine.
 *
 * @param {object} places
 * @param {string} [places.named] the path that a person gave
 * @param {string[]} places.commands names on the PATH
 * @param {string[]} [places.apps] where macOS has it
 * @param {string[]} [places.windows] where it is under each of Windows' program folders
 */
export function findInstalled({ named, commands, apps = [], windows = [] }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const candidates = [
    named,
    ...commands.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...apps,
    ...programs.flatMap((folder) => (folder ? windows.map((path) => join(folder, path)) : [])),
  ];
  return candidates.find((path) => path && existsSync(path));
}

/** Installs Debian's Chromium, with a font for Chinese: without one the tests would measure empty boxes. */
export async function installBrowser() {
  if (!canInstall()) {
    throw new Failure(
      'No Chromium, Chrome or Edge found',
      'Install one of them (on Debian: sudo apt-get install chromium fonts-noto-cjk), or set CHROMIUM to its path.',
    );
  }
  await aptGet(['chromium', 'fonts-noto-cjk']);
  const path = findBrowser();
  if (!path) throw new Failure('Chromium was installed, but is not on the PATH', 'Set CHROMIUM to its path.');
  return path;
}

/** Chinese text needs a font; a headless Debian has none. Share cards are drawn with the machine's fonts too. */
export async function ensureChineseFont() {
  if (process.platform !== 'linux' || ask('fc-list', [':lang=zh', 'family'])) return;
  if (canInstall()) await aptGet(['fonts-noto-cjk']);
  else
    console.log('  no Chinese font found: pictures of the Chinese page will show empty boxes (fonts-noto-cjk has one)');
}
