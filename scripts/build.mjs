/** `npm run build`: makes dist/, the published site. Every address in it is relative, so it works in any folder. */
import { bundle } from './build/bundle.mjs';
import { compress } from './build/compress.mjs';
import { writeEmbed } from './build/embed.mjs';
import { writeHosting } from './build/hosting.mjs';
import { bindPages, DIST, drawPictures, writePages } from './build/pages.mjs';
import { ensureBuild } from './machine/setup.mjs';
import { writeSingle } from './build/single.mjs';
import { report } from './build/size.mjs';
import { Failure, isMain, main, step } from './steps.mjs';
import { buildModule } from './build/wasm.mjs';
import { writeWorker } from './build/worker.mjs';

/**
 * Makes all but the pictures, which take long and may come later.
 *
 * @returns {Promise<string[]>} each size budget that the result breaks, in words
 */
export async function build() {
  await buildModule();
  await step('Write the pages', writePages);
  const views = await step('Bundle the scripts and styles', async () => bindPages(await bundle()));
  await step('Write the script for other pages, and headers for hosts', async () => {
    await writeEmbed();
    writeHosting();
  });
  await step('Write the single file', writeSingle);
  await step('Write the worker that keeps the site', () => writeWorker(DIST));
  const sizes = await step('Compress', compress);
  return report(views, sizes);
}

/** Makes all of it, for those who must not let a broken budget pass. */
export async function buildWithinBudget() {
  const broken = await build();
  await step('Draw the pictures', drawPictures);
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
