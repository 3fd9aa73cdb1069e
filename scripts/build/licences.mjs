/** The licences of the packages that a bundle has in it, which must go where the bundle goes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, ROOT } from '../steps.mjs';

/** A file of a bundle that comes from a package: its folder in node_modules. */
const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * @param {import('esbuild').Metafile[]} bundles
 * @returns {string} each package with its version and the text of its licence, in the order of their names
 */
export function licences(bundles) {
  const inputs = bundles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  const packages = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[1] ?? []));
  return [...packages].sort().map(licence).join('\n\n');
}

/** @param {string} name */
function licence(name) {
  const folder = join(ROOT, 'node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (!file)
    throw new Failure(`${name} has no licence beside it`, 'See its repository for the text that must go with it.');
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
