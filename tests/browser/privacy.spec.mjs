/** Nothing gets out: whatever a reader does, no other origin is asked, no cookie is set, and only choices are remembered. */
import { answers, expect, figureAddress, open, show, showAll, test } from './reader.mjs';

test.use({ serviceWorkers: 'allow', contextOptions: { reducedMotion: 'reduce' } });

test('whatever a reader does, only our own host is asked, and only for files', async ({ page, context, baseURL }) => {
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const cookies = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(`${request.method()} ${request.url()}`);
  });
  context.on('response', async (response) => {
    if ('set-cookie' in (await response.allHeaders())) cookies.push(response.url());
  });
  await page.addInitScript(() => {
    /** @type {string[]} */
    const tried = [];
    Object.assign(window, { tried });
    for (const [owner, name] of /** @type {[any, string][]} */ ([
      [navigator, 'sendBeacon'],
      [window, 'WebSocket'],
      [window, 'EventSource'],
      [window, 'RTCPeerConnection'],
    ]))
      Object.defineProperty(owner, name, { get: () => void tried.push(name) });
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => tried.push('cookie') });
  });

  await open(page, '?lang=zh');
  await showAll(page);
  await page.locator('#tools').getByRole('combobox').selectOption('dark');
  await page.getByRole('link', { name: 'English' }).dispatchEvent('click');
  await answers(page, 'en');
  const figure = await show(page, 'shipyard');
  await figure.locator('.mark').first().focus();
  await figure.locator('.actions summary').click();
  for (const name of [/^Download/, /^Embed/]) {
    await figure.locator('.actions').getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.locator('#numbers').scrollIntoViewIfNeeded();
  await page.getByRole('searchbox').fill('ferry');
  expect(await page.evaluate(() => /** @type {any} */ (window).tried)).toEqual([]);
  const kept = await page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }));
  expect(kept).toEqual({ local: { 'infographic-lang': 'en', 'infographic-theme': 'dark' }, session: {} });
  await page.goto(figureAddress('shipyard', 'en'));
  await show(page, 'shipyard');

  await expect.poll(() => asked.some((one) => one.endsWith('worker.js'))).toBe(true);
  expect(asked.length).toBeGreaterThan(12);
  expect(asked.filter((one) => !one.startsWith(`GET ${baseURL}`))).toEqual([]);
  expect(cookies).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
