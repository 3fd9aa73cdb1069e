/** Without a network after the first visit, and when a new version is published meanwhile: the page is whole, and of one version. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { filesIn } from '../../scripts/build/pages.mjs';
import { isKept, newerIsKept, publish, test, versions } from './deployment.mjs';
import { look } from './canvas.mjs';
import { FIGURES, answers, expect, open, show, showAll } from './reader.mjs';

/** @typedef {import('./reader.mjs').Page} Page */
/** @typedef {import('./deployment.mjs').Host} Host */

test.use({ serviceWorkers: 'allow', contextOptions: { reducedMotion: 'reduce' } });

const FIRST = [undefined, undefined, undefined];

test('the page is kept at the first visit, and works without a network, under its other addresses too', async ({
  page,
  host,
}) => {
  test.slow();
  await open(page);
  await isKept(page);
  await host.stop();
  await page.reload();
  await answers(page);
  for (const id of FIGURES) expect((await look(await show(page, id))).colors.length, id).toBeGreaterThan(1);
  await expect(page.locator('.fault')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toBeAttached();
  for (const address of ['?lang=en', 'en/', 'en/index.html#shipyard', 'index.html?theme=dark']) {
    await open(page, address);
    await show(page, 'shipyard');
    if (address.includes('en')) await expect(page.locator('html'), address).toHaveAttribute('lang', 'en');
    else await expect(page.locator('html'), address).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('.fault'), address).toHaveCount(0);
  }
});

test.describe('from a host that takes the slash from a folder', () => {
  // The host that is asked is not the one that the eye on complaints knows.
  test.use({ faulty: true });

  test('it is there without a network', async ({ page, host }) => {
    const proxy = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '', host.url);
      if (pathname === '/en/') {
        response.writeHead(308, { Location: '/en' }).end();
        return;
      }
      const answer = await fetch(host.url + (pathname === '/en' ? 'en/' : pathname.slice(1)));
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    }).listen(0);
    const url = `http://localhost:${/** @type {import('node:net').AddressInfo} */ (proxy.address()).port}/`;
    await open(page, `${url}en/`);
    expect(page.url()).toBe(`${url}en`);
    await isKept(page);
    proxy.close();
    proxy.closeAllConnections();
    for (const address of ['en', 'en/']) {
      await open(page, url + address);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await show(page, 'shipyard');
    }
  });
});

test('the language can be switched without a network, and what a figure offers opens', async ({ page, host }) => {
  await open(page);
  await isKept(page);
  await host.stop();
  await page.getByRole('link', { name: 'English' }).click();
  await answers(page, 'en');
  const figure = await show(page, 'shipyard');
  await figure.locator('.actions summary').click();
  await figure.getByRole('button', { name: /^Embed/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test.describe('what is not kept', () => {
  test.use({ faulty: true });

  test('a download says in words that it needs a network', async ({ page, host }) => {
    await open(page, 'en/');
    await isKept(page);
    await host.stop();
    const figure = await show(page, 'shipyard');
    await figure.locator('.actions summary').click();
    await figure.getByRole('button', { name: /^Download/ }).click();
    await expect(figure.locator('.fault')).toHaveText(/connection/);
    await page.locator('#numbers').scrollIntoViewIfNeeded();
    await page.locator('.index-tools').getByRole('button').click();
    await expect(page.locator('.index-tools .fault')).toHaveText(/connection/);
  });
});

test('a new version is shown at the next visit, whole', async ({ page, host }) => {
  await open(page);
  await isKept(page);
  expect(await versions(page)).toEqual(FIRST);
  await publish(host.folder, 'B');
  await open(page);
  await showAll(page);
  expect(await versions(page)).toEqual(['B', 'B', 'B']);
  await newerIsKept(page);
  // The first version's worker is still at work; what is shown is the newest that is kept whole.
  await host.stop();
  await page.reload();
  await answers(page);
  await showAll(page);
  expect(await versions(page)).toEqual(['B', 'B', 'B']);
  await expect(page.locator('.fault')).toHaveCount(0);
});

test('when its last page is closed, an old version is kept no longer', async ({ page, context, host }) => {
  await open(page);
  await isKept(page);
  const stores = () => page.evaluate(() => caches.keys());
  const [first] = await stores();
  expect(first).toBeTruthy();
  await publish(host.folder, 'B');
  await open(page);
  await newerIsKept(page);
  expect(await stores()).toHaveLength(2);
  await page.close();
  const later = await context.newPage();
  // A page that comes before the browser has seen the old one go is still the old version's.
  await expect(async () => {
    await later.goto('about:blank');
    await open(later);
    expect(await later.evaluate(() => caches.keys())).toHaveLength(1);
  }).toPass({ timeout: 20_000 });
  expect(await later.evaluate(() => caches.keys())).not.toContain(first);
  await host.stop();
  await later.reload();
  await answers(later);
  expect(await versions(later)).toEqual(['B', 'B', 'B']);
});

test('a page that stands open stays of its version, though the host has another', async ({ page, host }) => {
  await open(page);
  await isKept(page);
  await publish(host.folder, 'B');
  host.asked.length = 0;
  // Of what it loads only now, the host has nothing any more.
  await page.locator('#numbers').scrollIntoViewIfNeeded();
  await expect(page.getByRole('searchbox')).toBeAttached();
  const figure = await show(page, 'shipyard');
  await figure.locator('.actions summary').click();
  await figure.locator('.actions').getByRole('button').nth(3).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  // The preview in the dialog is a page of its own, and of the new version.
  expect(host.asked.filter((url) => url.includes('/assets/') && !url.includes('-BBB'))).toEqual([]);
  expect(await versions(page)).toEqual(FIRST);
});

test('the other language of a page that stands open comes whole in the new version, at the same place', async ({
  page,
  host,
}) => {
  await open(page, '?lang=zh&theme=dark');
  await publish(host.folder, 'B');
  await page.getByRole('link', { name: 'English' }).click();
  await answers(page, 'en');
  await expect.poll(() => versions(page)).toEqual(['B', 'B', 'B']);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await show(page, 'shipyard');
  await page.getByRole('link', { name: '中文' }).click();
  await answers(page, 'zh');
  expect(await versions(page)).toEqual(['B', 'B', 'B']);
});

test.describe('a version that is published while it is being kept', () => {
  // The worker's console says which file was not what it should be.
  test.use({ faulty: true });

  for (const file of ['en/index.html', 'plate']) {
    test(`is not kept, and the one before stays: ${file}`, async ({ page, host }) => {
      await open(page);
      await isKept(page);
      await publish(host.folder, 'B');
      const path = filesIn(host.folder).find((name) => name.startsWith(file) || name.startsWith(`assets/${file}-en`));
      const full = join(host.folder, path ?? '');
      writeFileSync(full, Buffer.concat([readFileSync(full), Buffer.from(' ')]));
      await page.goto('./');
      const end = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        const worker = registration.installing ?? registration.waiting;
        while (worker && !['redundant', 'installed'].includes(worker.state))
          await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
        return worker?.state;
      });
      expect([undefined, 'redundant']).toContain(end);
      await host.stop();
      await page.reload();
      await answers(page);
      expect(await versions(page)).toEqual(FIRST);
      await show(page, 'shipyard');
      await expect(page.locator('.fault')).toHaveCount(0);
    });
  }
});

test.describe('no worker is started', () => {
  // Chromium has a warning for frames whose sandbox is as good as none.
  test.use({ faulty: true });

  /** @param {Page} page @param {Host} host */
  async function noneIsStarted(page, host) {
    await page.waitForLoadState('load');
    // A page that starts one does so in the first idle moment after it has loaded; this one is asked for later.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(host.asked.filter((url) => url.includes('worker.js'))).toEqual([]);
  }

  for (const address of ['figure/shipyard.en.html', '?figure=shipyard&lang=en']) {
    test(`by ${address}`, async ({ page, host }) => {
      await open(page, address);
      await noneIsStarted(page, host);
    });
  }

  test('by the single file, which stands alone', async ({ page, host }) => {
    // It has a policy of its own.
    await page.route('**/single.html', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { 'content-type': 'text/html' } });
    });
    await open(page, 'single.html');
    await noneIsStarted(page, host);
  });

  for (const sandbox of [undefined, 'allow-scripts', 'allow-scripts allow-same-origin']) {
    test(`in a frame ${sandbox ? `with sandbox="${sandbox}"` : 'without sandbox'}`, async ({ page, host }) => {
      // A page of the same site, the only one whose frames may share its workers.
      writeFileSync(join(host.folder, 'host.html'), '<!doctype html><title>Host</title>');
      await page.goto('host.html');
      await page.evaluate((sandbox) => {
        const frame = document.createElement('iframe');
        if (sandbox) frame.setAttribute('sandbox', sandbox);
        frame.src = './?lang=en';
        document.body.append(frame);
      }, sandbox);
      const frame = page.frameLocator('iframe');
      await expect(frame.locator('figure.figure').last().locator('.actions')).toBeAttached();
      await noneIsStarted(page, host);
    });
  }
});

test('a figure in a frame works as before where the site’s worker is at work', async ({ page, host }) => {
  await open(page);
  await isKept(page);
  writeFileSync(
    join(host.folder, 'host.html'),
    '<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe src="figure/shipyard.en.html" width="600" height="760"></iframe>',
  );
  await page.goto('host.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.stage.live canvas')).toBeVisible();
  await expect(frame.locator('.fault')).toHaveCount(0);
});

for (const [who, how] of [
  ['a reader who keeps nothing, so that a worker is refused', 'register'],
  ['a sandbox of its own, where even asking for workers throws', 'ask'],
]) {
  test(`with ${who}, the page works and says nothing`, async ({ page, host }) => {
    await page.addInitScript((how) => {
      const refused = () => {
        document.documentElement.dataset.refused = 'yes';
        return new DOMException('The operation is insecure.', 'SecurityError');
      };
      if (how === 'register') ServiceWorkerContainer.prototype.register = () => Promise.reject(refused());
      else
        Object.defineProperty(navigator, 'serviceWorker', {
          get() {
            throw refused();
          },
        });
    }, how);
    await open(page);
    await show(page, 'shipyard');
    await expect(page.locator('html')).toHaveAttribute('data-refused', 'yes');
    expect(host.asked.filter((url) => url.includes('worker.js'))).toEqual([]);
  });
}

test('another site beside ours on the same origin keeps what it has', async ({ page, host }) => {
  await page.goto('figure/shipyard.en.html');
  const other = `infographic ${new URL('/deep/', host.url).href} OTHER`;
  await page.evaluate(async (name) => void (await caches.open(name)), other);
  await open(page);
  await isKept(page);
  expect(await page.evaluate(() => caches.keys())).toContain(other);
});
