/**
 * `npm run build`: makes dist/, the published site. Every address in it is relative, so it works in any folder.
 * `npm run build -- FILE` makes it from another story.
 */
import { join } from 'node:path';
import { compress } from './build/compress.mjs';
import { checkStory, clear, drawPictures, published, writePages, writeSite } from './build/pages.mjs';
import { ensureBuild } from './machine/setup.mjs';
import { buildShell, writeShell } from './build/shell.mjs';
import { report, reportStudio } from './build/size.mjs';
import { writeStudio } from './build/studio.mjs';
import { Failure, isMain, main, step } from './steps.mjs';
import { buildModules, MODULE, ofAnyStory, ofStory, ofStudio } from './build/wasm.mjs';

/** @typedef {import('./build/pages.mjs').Project} Project */

/**
 * Makes the site; its pictures, which take long, may come later.
 *
 * @param {Project} project
 * @param {{ withPictures: boolean }} what
 * @returns {Promise<string[]>} each size budget that the result breaks, in words
 */
export async function build(project, { withPictures }) {
  await step('Check the story', () => checkStory(project.story));
  clear(project);
  await buildModules([ofStory(project.story), ofAnyStory, ofStudio]);
  if (withPictures) await step('Draw the pictures', () => drawPictures(project));
  return finish(project);
}

/** Adds the pictures to a site that has been made without. @param {Project} project */
export async function addPictures(project) {
  await step('Draw the pictures', () => drawPictures(project));
  await finish(project);
}

/** @param {Project} project @returns {Promise<string[]>} the broken budgets */
async function finish(project) {
  const views = await assemble(project);
  const studio = await step('Bundle the studio', () => writeStudio(project));
  const sizes = await step('Compress', () => compress(project.site));
  return [...report(views, sizes), ...reportStudio(studio, sizes)];
}

/**
 * Makes the site around the module and the pictures that are there.
 *
 * @param {Project} project
 * @returns {Promise<Map<string, string[]>>} each page, with every file of its first view
 */
export async function assemble(project) {
  await step('Write the pages', () => writePages(project));
  const shell = await step('Bundle the scripts and styles', () => buildShell(project.module));
  // Whatever story the studio makes a site of, it has a module that draws it.
  const any = project.module === MODULE ? shell : await step('The same for any story', () => buildShell(MODULE));
  writeShell(any, join(project.site, 'studio/shell.json'));
  return step('Put the site together', () => writeSite(project, { ...shell, studio: true }));
}

/** The site with all its pictures, for those who must not let a broken budget pass. @param {string} [story] */
export async function buildWithinBudget(story) {
  const broken = await build(published(story), { withPictures: true });
  if (broken.length)
    throw new Failure(
      `Over budget: ${broken.join('; ')}`,
      'See what grew, or argue the budget in scripts/build/size.mjs.',
    );
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await ensureBuild();
    await buildWithinBudget(process.argv[2]);
  });
}
