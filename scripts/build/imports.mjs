/**
 * Gives what a module imports from its glue short names. wasm-bindgen puts a hash of 16 digits into each, which no compression
 * makes smaller: 0.6 kB of the module and 0.5 kB of the glue at brotli 11.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Failure } from '../steps.mjs';

/**
 * @param {string} file a module as wasm-bindgen wrote it, which is written anew
 * @param {string} glue its JavaScript, which is written anew
 */
export async function shortenImports(file, glue) {
  const { default: binaryen } = await import('binaryen');
  const module = binaryen.readBinary(readFileSync(file));
  let script = readFileSync(glue, 'utf8');
  const functions = Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  );
  const imported = functions.filter((each) => each.module);
  for (const [index, { name, module: from, base, params, results }] of imported.entries()) {
    const short = `_${index.toString(36)}`;
    const key = `${base}: function`;
    if (!script.includes(key)) throw new Failure(`${glue} does not give ${base} to the module`);
    script = script.replace(key, `${short}: function`);
    module.removeFunction(name);
    module.addFunctionImport(name, from ?? '', short, params, results);
  }
  binaryen.setDebugInfo(true);
  writeFileSync(file, module.emitBinary());
  writeFileSync(glue, script);
}
