/** The preview that an editor writes by: what is wrong is told in the page, and a save that mends it renews the page. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/steps.mjs';
import { objections } from './axe.mjs';
import { expect, test as base } from './reader.mjs';

const SOUND = readFileSync(join(ROOT, 'tests/fixtures/one-language.json'), 'utf8');

/** @typedef {{ file: string, url: string }} Preview */

/** @type {import('@playwright/test').Fixtures<{ preview: Preview }, {}, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions>} */
const fixtures = {
  preview: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'infographic-'));
    const file = join(folder, 'story.json');
    // A story that is broken from the start, by a fact that is named and not there.
    writeFileSync(file, SOUND.replace('"rides / 6"', '"riders / 6"').replace('{rides}', '{riders}'));
    const program = spawn(process.execPath, ['scripts/preview.mjs', file], {
      cwd: ROOT,
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise((resolve) => {
      let said = '';
      program.stdout.on('data', (text) => {
        said += text;
        const found = said.match(/is at (http:\S+)/)?.[1];
        if (found) resolve(found);
      });
    });
    await use({ file, url });
    program.kill();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ preview }, use) => use(preview.url),
};
const test = base.extend(fixtures);

test('problems are told in the page, which axe has nothing against, and a save that mends them renews it', async ({
  page,
  preview,
}) => {
  test.setTimeout(300_000);
  await page.goto('./');
  const panel = page.getByRole('alert');
  await expect(panel).toContainText('there is no fact `riders`', { timeout: 120_000 });
  expect(await objections(page)).toEqual([]);
  writeFileSync(preview.file, SOUND);
  await expect(page.locator('h1')).toContainText('96,400', { timeout: 120_000 });
  await expect(panel).toHaveCount(0);
  // The last sound page stays in sight under what is wrong since.
  writeFileSync(preview.file, SOUND.replace('{rides}', '{riders}'));
  await expect(panel).toContainText('story.json:');
  await expect(page.locator('h1')).toContainText('96,400');
  expect(await objections(page)).toEqual([]);
});
