/**
 * The browser tests. Most read the site of a story that has every kind of figure (`fixture`), so that they know its names and numbers
 * whatever article is published. The published site (`dist`) is read for what must hold of any story: published.spec.mjs. The page
 * that developers work on (`dev`) has the same scripts, styles and drawings, and is read for what its module does itself there:
 * standalone.spec.mjs. The studio is that of the fixture's site, and has its story as the example.
 */
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/machine/browser.mjs';

/**
 * What a browser without a window must not do. The two popups of the address bar are pages: each window that a test opens would start
 * a process for each, which costs more than many a test. The others are what Playwright itself turns off and these tests could
 * notice; they are repeated because the browser heeds only the last list.
 */
const OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** What keeps Debian's Chromium quiet; without a sandbox because CI runs as root. */
const FLAGS = [
  `--disable-features=${OFF}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  outputDir: '../../test-results',
  forbidOnly: Boolean(process.env.CI),
  // What comes late on a machine that is busy is no fault.
  timeout: 60_000,
  expect: { timeout: 15_000, toPass: { timeout: 15_000 } },
  fullyParallel: true,
  // Three on two cores: each waits for its page half of the time.
  workers: 3,
  reporter: 'list',
  use: {
    launchOptions: { executablePath: findBrowser(), args: FLAGS },
    locale: 'zh-CN',
    // Requests that a worker answers cannot be tampered with; offline.spec.mjs lets it work.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
  // Any free ports will do: the server prints its addresses, and Playwright hands them on as variables.
  webServer: {
    command: 'node server.mjs',
    wait: { stdout: /FIXTURE=(?<fixture_url>\S+) DIST=(?<dist_url>\S+) DEV=(?<dev_url>\S+)/ },
  },
  projects: [
    {
      name: 'fixture',
      testIgnore: ['published.spec.mjs', 'standalone.spec.mjs', 'studio-*.spec.mjs'],
      use: { baseURL: process.env.FIXTURE_URL },
    },
    { name: 'dist', testMatch: 'published.spec.mjs', use: { baseURL: process.env.DIST_URL } },
    { name: 'studio', testMatch: 'studio-*.spec.mjs', use: { baseURL: `${process.env.FIXTURE_URL}studio/` } },
    { name: 'dev', testMatch: 'standalone.spec.mjs', use: { baseURL: process.env.DEV_URL } },
  ],
});
