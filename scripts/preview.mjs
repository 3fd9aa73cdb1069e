/**
 * `npm run preview`: shows the story as a page that follows the file. On each save the story is checked; its problems stand in the
 * page with line and column, above the last version that had none, and a sound story renews the page. The module is built only when
 * it is older than its source. `npm run preview -- FILE` shows another story; PORT says where.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { STORY, clear, filesIn, writeSite } from './build/pages.mjs';
import { buildShell } from './build/shell.mjs';
import { buildModules, MODULE, ofAnyStory, targetFolder } from './build/wasm.mjs';
import { ensureBuild } from './machine/setup.mjs';
import { serve } from './serve/server.mjs';
import { CACHE, Failure, LOCKED, main, ROOT, run, step } from './steps.mjs';

const FOLDER = join(CACHE, 'preview');
const SHELL = join(ROOT, 'scripts/preview');

/** What the page is told: which version of it there is, and what is wrong with the story since. @typedef {{ version: number, problems: string }} Told */

const story = process.argv[2] ?? STORY;
const project = { story, pages: join(FOLDER, 'pages'), site: join(FOLDER, 'site'), module: MODULE };

/** @param {Told} told */
const tell = (told) => writeFileSync(join(project.site, 'preview.json'), JSON.stringify(told));

/** Runs the native tool, and answers what it complains of. @typedef {(...args: string[]) => string} Tool */

/** Builds the native tool, to be run without cargo, which would look at every source first. @returns {Promise<Tool>} */
async function buildTool() {
  await step('Build the tool', () => run('cargo', ['build', '--features', 'cli', '--bin', 'story', ...LOCKED]));
  const program = join(targetFolder(), 'debug', process.platform === 'win32' ? 'story.exe' : 'story');
  return (...args) => {
    const { error, status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
    if (error) throw new Failure(`${program}: ${error.message}`);
    return status === 0 ? '' : stdout + stderr;
  };
}

/** Whether the module is missing, or older than what it is built from. */
function isModuleOld() {
  const built = join(MODULE, 'infographic.wasm');
  if (!existsSync(built)) return true;
  const sources = filesIn(join(ROOT, 'src')).map((name) => join(ROOT, 'src', name));
  return [...sources, join(ROOT, 'Cargo.lock')].some((file) => statSync(file).mtimeMs > statSync(built).mtimeMs);
}

/**
 * Writes the page of the story as it is now, and has each page watch for the next.
 * @param {Tool} tool
 * @param {import('../www/site/assemble.js').Shell} shell
 */
async function renew(tool, shell) {
  const problems = tool('pages', story, '--out', project.pages);
  if (problems) return problems;
  await writeSite(project, shell);
  for (const name of filesIn(project.site).filter((file) => file.endsWith('.html'))) {
    const file = join(project.site, name);
    const root = '../'.repeat(name.split('/').length - 1);
    writeFileSync(file, readFileSync(file, 'utf8').replace('</head>', `${watcher(root)}</head>`));
  }
  return '';
}

/** @param {string} root the way to the site's folder */
const watcher = (root) =>
  `<link rel="stylesheet" href="${root}preview.css"><script type="module" src="${root}preview.js"></script>`;

/** Puts what only a preview has into the site. Its worker ends one that keeps an earlier site at the same address. */
function furnish() {
  mkdirSync(project.site, { recursive: true });
  for (const name of ['preview.js', 'preview.css', 'worker.js'])
    copyFileSync(join(SHELL, name), join(project.site, name));
  const name = basename(story);
  const head = `<meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">${watcher('')}`;
  writeFileSync(
    join(project.site, 'index.html'),
    `<!doctype html><html lang="en">${head}<main><h1>${name}</h1></main></html>`,
  );
}

/**
 * Checks the story and renews the page, again for as long as it has been saved meanwhile.
 * @param {Tool} tool
 * @param {import('../www/site/assemble.js').Shell} shell
 */
function follower(tool, shell) {
  let version = 0;
  let saved = false;
  let busy = false;
  /** @type {string | undefined} */
  let seen;
  return async function follow() {
    saved = true;
    if (busy) return;
    busy = true;
    while (saved) {
      saved = false;
      // One save may be told of several times.
      const text = readFileSync(resolve(ROOT, story), 'utf8');
      if (text === seen) continue;
      seen = text;
      const problems = tool('check', story);
      tell({ version, problems });
      const failed = problems || (await step('Renew the page', () => renew(tool, shell)));
      if (!failed) version += 1;
      tell({ version, problems: failed });
      console.log(failed || '  no problems');
    }
    busy = false;
  };
}

await main(async () => {
  await ensureBuild();
  clear(project);
  furnish();
  tell({ version: 0, problems: '' });
  const { url } = await serve({ root: project.site, port: Number(process.env.PORT ?? 8090) });
  console.log(`The preview of ${story} is at ${url} (Ctrl+C stops it)`);
  const tool = await buildTool();
  // What is wrong is told before the module is built, which takes a minute.
  tell({ version: 0, problems: tool('check', story) });
  if (isModuleOld()) await buildModules([ofAnyStory]);
  const follow = follower(tool, await buildShell(MODULE));
  // The folder, not the file: many an editor saves by putting another file in its place. Before the first page is made, since the story
  // may be saved meanwhile.
  const file = resolve(ROOT, story);
  watch(dirname(file), (_, name) => name === basename(file) && follow());
  await follow();
});
