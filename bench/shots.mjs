// Screenshots of every page at 720 and 360 px into shots/, with console errors reported. `node shots.mjs [config] [name …]`
import { mkdirSync } from 'node:fs';
import { launch, loadConfig, serve } from './lib.mjs';

const args = process.argv.slice(2);
const config = loadConfig(args[0]?.endsWith('.json') ? args.shift() : 'peers.json');
const pages = config.pages.filter((p) => !args.length || args.includes(p.name));
const server = await serve(pages);
const browser = await launch();
mkdirSync(new URL('shots', import.meta.url), { recursive: true });
const dir = new URL('shots/', import.meta.url).pathname;
for (const p of pages) {
  for (const w of [720, 360]) {
    const ctx = await browser.newContext({ viewport: { width: w, height: 900 }, deviceScaleFactor: 1 });
    const page = await ctx.newPage();
    page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log(p.name, w, m.text()));
    page.on('pageerror', (e) => console.log(p.name, w, 'ERROR', e.message));
    await page.goto(server.url(p), { waitUntil: 'load' });
    await page.evaluate(() => window.__ready);
    await page.screenshot({ path: `${dir}${p.name}-${w}.png`, fullPage: true });
    const box = await page.evaluate(() => {
      const f = window.__figures[0];
      f.scrollIntoView();
      const b = f.getBoundingClientRect();
      return [b.x, b.y, b.width, b.height, window.__figures.length];
    });
    await page.mouse.move(box[0] + 100, box[1] + 150);
    await page.mouse.move(box[0] + 150, box[1] + 200, { steps: 10 });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${dir}${p.name}-${w}-tip.png` });
    // a redraw must leave the same picture, and a resize there and back too
    await page.mouse.move(0, 0);
    await page.evaluate(async () => {
      await window.__redraw();
    });
    await page.waitForTimeout(100);
    await page.evaluate(
      async ([a, b]) => {
        await window.__resize(a);
        await window.__resize(b);
      },
      [w === 720 ? 360 : 300, w],
    );
    await page.waitForTimeout(100);
    await page.screenshot({ path: `${dir}${p.name}-${w}-after.png`, fullPage: true });
    console.log(p.name, w, 'figures', box[4], 'box', box.slice(0, 4).map(Math.round).join(' '));
    await ctx.close();
  }
}
await browser.close();
server.close();
