/** `npm run build`: makes dist/, the published site. Every address in it is relative, so it works in any folder. */
import { bundle } from './build/bundle.mjs';
import { compress } from './build/compress.mjs';
import { writeEmbed } from './build/embed.mjs';
import { writeHosting } from './build/hosting.mjs';
import { bindPages, clearPages, DIST, drawPictures, writePages } from './build/pages.mjs';
import { ensureBuild } from './machine/setup.mjs';
import { writeSingle } from './build/single.mjs';
import { report } from './build/size.mjs';
import { Failure, isMain, main, step } from './steps.mjs';
import { buildModule } from './build/wasm.mjs';
import { writeWorker } from './build/worker.mjs';

/**
 * Makes the site; its pictures, which take long, may come later.
 *
 * @param {{ withPictures: boolean }} what
 * @returns {Promise<{ broken: string[], bundled: import('./build/bundle.mjs').Bundle }>} each size budget that the result breaks, in
 * words, and what {@link addPictures} needs
 */
export async function build({ withPictures }) {
  clearPages();
  await buildModule();
  if (withPictures) await step('Draw the pictures', drawPictures);
  await step('Write the pages', writePages);
  const bundled = await step('Bundle the scripts and styles', bundle);
  return { broken: await publish(bundled), bundled };
}

/** Adds the pictures to a site that has been made without. @param {import('./build/bundle.mjs').Bundle} bundled */
export async function addPictures(bundled) {
  await step('Draw the pictures', drawPictures);
  await step('Write the pages that offer them', writePages);
  await publish(bundled);
}

/** @param {import('./build/bundle.mjs').Bundle} bundled */
async function publish(bundled) {
  const views = await step('Bind the pages to their files', () => bindPages(bundled));
  await step('Write the script for other pages, and headers for hosts', async () => {
    await writeEmbed();
    writeHosting();
  });
  await step('Write the single file', writeSingle);
  await step('Write the worker that keeps the site', () => writeWorker(DIST));
  const sizes = await step('Compress', compress);
  return report(views, sizes);
}

/** The same, for those who must not let a broken budget pass. */
export async function buildWithinBudget() {
  const { broken } = await build({ withPictures: true });
  if (broken.length)
    throw new Failure(
      `Over budget: ${broken.join('; ')}`,
      'See what grew, or argue the budget in scripts/build/size.mjs.',
    );
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await ensureBuild();
    await buildWithinBudget();
  });
}
