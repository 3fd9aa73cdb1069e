/**
 * Takes what a panic says out of a module. A panic ends the published module with a trap, and nobody hears its words; but they link
 * the panic's own machinery and all of `core::fmt`, 4 kB of 53 at brotli 11. On a stable compiler only the finished module can do
 * without: the functions below trap at once, and wasm-opt then leaves out what nobody reaches any more.
 *
 * `src/web/error.rs` puts its messages together without `core::fmt`; once it were used again, all of it would stay.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Failure } from '../steps.mjs';

/** Functions of the standard library that never return; their names stand in the module until wasm-opt strips them. */
const NEVER_RETURN = [
  /^core(\[\w+\])?::panicking::/,
  /^core(\[\w+\])?::(option|result)::(expect|unwrap)_failed/,
  /^core(\[\w+\])?::cell::panic_/,
  /^core(\[\w+\])?::(slice|str)::.*_fail(ed)?$/,
  /^<?alloc(\[\w+\])?::.*::(handle_error|capacity_overflow|assert_failed)$/,
  /^std(\[\w+\])?::alloc::rust_oom$/,
  /^std(\[\w+\])?::panicking::panic_with_hook$/,
  /^__rustc(\[\w+\])?::(rust_begin_unwind|__rust_start_panic)$/,
];

/** @param {string} file a module with the names of its functions, which is written anew */
export async function silencePanics(file) {
  const { default: binaryen } = await import('binaryen');
  const module = binaryen.readBinary(readFileSync(file));
  const silenced = new Set();
  for (let index = module.getNumFunctions() - 1; index >= 0; index--) {
    const { name, params, results, module: importedFrom } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    const kind = NEVER_RETURN.find((pattern) => pattern.test(name));
    if (!kind || importedFrom) continue;
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
    silenced.add(kind);
  }
  if (!silenced.has(NEVER_RETURN[0]))
    throw new Failure(
      `${file} has no function that panics`,
      'The names of the standard library changed: see NEVER_RETURN.',
    );
  binaryen.setDebugInfo(true);
  writeFileSync(file, module.emitBinary());
}
