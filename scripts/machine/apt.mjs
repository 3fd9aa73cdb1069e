/** Debian's packages: only as root and only where apt-get is, so that nobody's own machine is changed unasked. */
import { ask, Failure, run } from '../steps.mjs';

/** Whether packages can be installed without asking anyone. */
export function canInstall() {
  return process.getuid?.() === 0 && ask('apt-get', ['--version']) !== undefined;
}

/** @param {string[]} packages */
export async function aptGet(packages) {
  if (!canInstall())
    throw new Failure(`${packages.join(', ')}: not installed`, `Run: sudo apt-get install ${packages.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
