/**
 * `npm test`: installs what is missing, then runs every check, the fast ones first. A failed check stops only those that
 * look at what it should have made. `npm test -- --only NAME,NAME` runs only these, and what they need if it is not
 * there yet. `STORY=FILE npm test` runs them on another story than the published one.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChineseFont } from './machine/browser.mjs';
import { addPictures, buildWithinBudget } from './build.mjs';
import { FIXTURE, STORY, clear, filesIn } from './build/pages.mjs';
import { ensureEngines } from './machine/engines.mjs';
import { ensureNginx } from './machine/nginx.mjs';
import { checkPackages } from './check/packages.mjs';
import { writeStoryTypes } from './build/story-types.mjs';
import { ensureBrowser, ensureChecks, ensureWasmPack, npm } from './machine/setup.mjs';
import { ask, explain, Failure, LOCKED, main, ROOT, run, runNode, step } from './steps.mjs';

const WASM = ['--target', 'wasm32-unknown-unknown', '--lib'];
const STRICT = ['--', '-D', 'warnings'];

/** The same in each check of the native crate, so that what one has compiled serves the next. */
const NATIVE = ['--features', 'pictures', ...LOCKED];

/** Snapshots are compared, never written: renewing them is a step of its own (`cargo insta`, or INSTA_UPDATE). */
const COMPARE = { INSTA_UPDATE: 'no' };

/**
 * Properties are tried on the same cases every time, so that a change fails for what it did and not by chance. To search
 * for new cases: PROPTEST_CASES=5000 cargo test --test properties
 */
const SAME_CASES = { PROPTEST_RNG_SEED: '1157' };

/**
 * @typedef {object} Check
 * @property {string} name for `--only`
 * @property {string} title
 * @property {() => Promise<string | undefined | void>} work may answer why it could not be done here
 * @property {string[]} [needs] the checks that make what this one looks at
 * @property {string} [makes] the file that tells whether it made what others look at
 */

/** @type {Check[]} */
const CHECKS = [
  {
    name: 'fmt',
    title: 'Rust is formatted',
    work: () => run('cargo', ['fmt', '--check'], { advice: 'Run: npm run format' }),
  },
  {
    name: 'prettier',
    title: 'Scripts, styles and pages are formatted',
    work: () => runNode('prettier/bin/prettier.cjs', ['--check', '.'], { advice: 'Run: npm run format' }),
  },
  {
    name: 'packages',
    title: 'Node packages are the locked ones, and free to use',
    work: async () => checkPackages(),
  },
  {
    name: 'crates',
    title: 'Crates come from crates.io, and are free to use',
    work: async () => {
      if (!ask('cargo', ['deny', '--version'])) return 'cargo-deny is not here. Run: cargo install cargo-deny --locked';
      // Not advisories: their database is no registry, and cannot be had on every network.
      await run('cargo', ['deny', ...LOCKED, 'check', 'licenses', 'bans', 'sources'], { advice: 'See deny.toml.' });
      return undefined;
    },
  },
  {
    name: 'clippy',
    title: 'Clippy, native',
    work: () => run('cargo', ['clippy', '--all-targets', ...NATIVE, ...STRICT]),
  },
  {
    name: 'clippy-wasm',
    title: 'Clippy, WebAssembly',
    work: () => run('cargo', ['clippy', ...WASM, ...LOCKED, ...STRICT]),
  },
  {
    name: 'rust',
    title: 'Rust tests',
    work: () => run('cargo', ['test', ...NATIVE], { env: { ...COMPARE, ...SAME_CASES } }),
  },
  {
    name: 'shell',
    title: 'The shell’s pure functions',
    work: async () => {
      const tests = filesIn(join(ROOT, 'www')).filter((name) => name.endsWith('.test.js'));
      await run(process.execPath, ['--test', '--test-reporter=spec', ...tests.map((name) => join('www', name))]);
    },
  },
  {
    name: 'docs',
    title: 'Rust documentation, without a warning',
    work: () => run('cargo', ['doc', '--no-deps', ...NATIVE], { env: { RUSTDOCFLAGS: '-D warnings' } }),
  },
  {
    name: 'crate',
    title: 'The crate can be published, and builds from what is packed',
    // Not of a commit alone: whoever tries a change has not committed it yet.
    work: () =>
      run('cargo', ['publish', '--dry-run', '--allow-dirty', ...NATIVE], {
        // The only story that is packed.
        env: { STORY: 'data/example.json' },
      }),
  },
  {
    name: 'story',
    title: 'The story is sound',
    work: () => run('cargo', ['run', ...NATIVE, '--bin', 'story', '--', 'check', STORY]),
  },
  {
    name: 'wasm-pack',
    title: 'wasm-pack alone makes the module of the working page',
    work: async () => {
      await ensureWasmPack();
      // As README.md promises it; without fetching anything, since setup has found or built wasm-bindgen.
      await run('wasm-pack', ['build', '--mode', 'no-install', '--target', 'web', '--out-dir', 'www/pkg']);
    },
    makes: 'www/pkg/infographic.js',
  },
  {
    name: 'package',
    title: 'The module can be published as a Node package',
    work: () => npm('pack', '--dry-run', './www/pkg'),
    needs: ['wasm-pack'],
  },
  {
    name: 'types',
    title: 'Types of the shell, the build and the tests',
    work: async () => {
      await writeStoryTypes();
      await runNode('typescript/bin/tsc', ['--project', '.']);
      await runNode('typescript/bin/tsc', ['--project', 'tsconfig.worker.json']);
      await runNode('typescript/bin/tsc', ['--project', 'scripts']);
    },
    needs: ['wasm-pack'],
  },
  {
    name: 'dist',
    title: 'The published site, within its budget',
    work: () => buildWithinBudget(),
    makes: 'dist/index.html',
  },
  {
    name: 'fixture',
    title: 'The site that most browser tests read',
    work: async () => {
      clear(FIXTURE);
      await addPictures(FIXTURE);
    },
    needs: ['dist'],
    makes: '.cache/fixture/site/index.html',
  },
  {
    name: 'hosting',
    title: 'The site on a real nginx, under the configuration that it ships with',
    work: async () => {
      const why = await ensureNginx();
      if (!why) await run(process.execPath, ['--test', '--test-reporter=spec', 'tests/hosting/nginx.test.mjs']);
      return why;
    },
    needs: ['dist'],
  },
  {
    name: 'browser',
    title: 'The pages in a browser',
    work: async () => {
      await ensureBrowser();
      await runNode('@playwright/test/cli.js', ['test', '--config', 'tests/browser']);
    },
    needs: ['wasm-pack', 'dist', 'fixture'],
  },
  {
    name: 'engines',
    title: 'The published pages in Firefox and in WebKit',
    work: async () => {
      const tests = await ensureEngines();
      await ensureChineseFont();
      const both = ['--test', '--test-reporter=spec', '--test-concurrency=2'];
      if (tests.length) await run(process.execPath, [...both, ...tests]);
    },
    needs: ['dist', 'fixture'],
  },
];

/** @returns {Check[]} */
function chosen() {
  const at = process.argv.indexOf('--only');
  if (at < 0) return CHECKS;
  const names = process.argv[at + 1]?.split(',') ?? [];
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (!names.length || unknown.length) {
    throw new Failure(
      `No check is called ${unknown.join(', ') || 'nothing'}`,
      `There are ${CHECKS.map(({ name }) => name).join(', ')}.`,
    );
  }
  const wanted = CHECKS.filter((check) => names.includes(check.name));
  const missing = CHECKS.filter(
    ({ name, makes }) => wanted.some(({ needs }) => needs?.includes(name)) && !isThere(makes),
  );
  return CHECKS.filter((check) => wanted.includes(check) || missing.includes(check));
}

/** @param {string | undefined} file */
const isThere = (file) => file !== undefined && existsSync(join(ROOT, file));

await main(async () => {
  const checks = chosen();
  await ensureChecks();
  /** @type {string[]} */
  const failed = [];
  const skipped = [];
  for (const { name, title, work, needs = [], makes } of checks) {
    const missing = CHECKS.filter((check) => needs.includes(check.name) && !isThere(check.makes));
    if (missing.length) {
      console.log(`▸ ${title}: skipped, for want of ${missing.map((check) => check.makes).join(', ')}`);
      skipped.push(name);
      continue;
    }
    // So that nobody looks at what an earlier run made. A site over its budget is there all the same, and is tested.
    if (makes) rmSync(join(ROOT, makes), { force: true });
    try {
      const why = await step(title, work);
      if (why) {
        console.log(`  skipped: ${why}`);
        skipped.push(name);
      }
    } catch (error) {
      explain(error);
      failed.push(name);
    }
  }
  if (failed.length)
    console.log(`\nFailed: ${failed.join(', ')} (again, alone: npm test -- --only ${failed.join(',')})`);
  const passed = checks.length - failed.length - skipped.length;
  console.log(`\n${passed} passed, ${failed.length} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`);
  if (failed.length) process.exitCode = 1;
});
