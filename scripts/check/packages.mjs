/**
 * What the lock files say of the Node packages, for no advisory or licence service is asked: each comes from the registry
 * that npm is set to, is the very one that was locked, and has a licence that we may use it under.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, isMain, main, ROOT } from '../steps.mjs';

const LOCKS = ['package-lock.json', 'bench/peers/package-lock.json'];

/**
 * Permissive ones, that of Python's argument parser among them, and the MPL of axe-core, which asks for nothing but changes to its
 * own files and is not shipped.
 */
const LICENCES = '0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause ISC MIT MPL-2.0 PSF-2.0 Python-2.0 Unlicense'.split(' ');

export function checkPackages() {
  const problems = LOCKS.flatMap((file) => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
    return problemsOf(packages).map((problem) => `${file}: ${problem}`);
  });
  if (problems.length)
    throw new Failure(problems.join('\n  '), 'Take another package, or argue it in scripts/check/packages.mjs.');
}

/**
 * @typedef {{ integrity?: string, license?: string, resolved?: string, link?: boolean }} Locked
 * @param {Record<string, Locked>} packages by their folder; that without a name is the project itself
 */
function problemsOf(packages) {
  const locked = Object.entries(packages).filter(([folder]) => folder);
  if (!locked.length) return ['no packages'];
  return locked.flatMap(([folder, { integrity, license = 'none', resolved, link }]) => {
    const name = folder.replace(/^.*node_modules\//, '');
    const found = [];
    // An address would pin one machine's registry, or hide a package from elsewhere.
    if (resolved !== undefined || link) found.push(`${name} names where it comes from: ${resolved}`);
    if (!integrity?.startsWith('sha512-')) found.push(`${name} has no hash`);
    if (!LICENCES.includes(license))
      found.push(`${name} has the licence ${license}, not one of ${LICENCES.join(', ')}`);
    return found;
  });
}

if (isMain(import.meta.url)) await main(checkPackages);
