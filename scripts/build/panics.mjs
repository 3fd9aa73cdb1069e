/**
 * Takes what a panic says out of a module. A panic ends the published module with a trap, and nobody hears its words; but they link
 * the panic's own machinery and all of `core::fmt`, 6 kB of 51 at brotli 11. On a stable compiler only the finished module can do
 * without: the functions below trap at once or leave the table of what is called by its place, and wasm-opt then leaves out what
 * nobody reaches any more. It cannot leave out data, so the words and the names of source files are blanked, which takes another 0.6 kB.
 *
 * `src/web/error.rs` puts its messages together without `core::fmt`; once it were used again, all of it would stay, as it does in the
 * module that stands alone.
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

/** Functions that are called by their place in the table, and by nobody but panics, `core::fmt` and the futures of js-sys. */
const CALLED_BY_NONE = [
  / as core(\[\w+\])?::(any::Any|fmt::\w+|panic::PanicPayload)>::/,
  /^core(\[\w+\])?::error::Error::/,
  /^core(\[\w+\])?::ptr::drop_in_place::<std(\[\w+\])?::panicking::/,
  /^js_sys(\[\w+\])?::futures::/,
  /^std(\[\w+\])?::alloc::default_alloc_error_hook/,
  /^wasm_bindgen(\[\w+\])?::convert::closures::/,
];

/** What writes formatted texts, and calls functions by their place in the table. */
const FORMATTING = /^<?core(\[\w+\])?::fmt::(write|Formatter)\b/;

/** What the standard library says, with `\xc0` for a value. What its next version words differently merely stays. */
const WORDS = new RegExp(
  [
    '.slice index starts at \xc0. but ends at \xc0',
    '.index out of bounds: the len is \xc0. but the index is \xc0',
    '.range (start|end) index \xc0. out of range for slice of length \xc0',
    '.min > max. min = \xc0., max = \xc0',
    '.copy_from_slice: source slice length .\xc0.. does not match destination slice length .\xc0..',
    '.insertion index .is \xc0.. should be <= len .is \xc0..',
    'attempt to (divide by zero|join into collection with len > usize::MAX)',
    '(capacity overflow|chunk size must be non-zero|mid > len|Tried to shrink to a larger capacity)',
    'RefCell already (mutably )?borrowed',
    'description\\(\\) is deprecated; use Display',
  ].join('|'),
  'gs',
);

/** What stands in the table in their place. */
const TRAP = 'trap';

/** The bytes of a place in the source: the address of the file's name, its length, line and column. */
const LOCATION = 16;

/** @typedef {typeof import('binaryen').default} Binaryen */
/** @typedef {import('binaryen').default.Module} Module */

/**
 * What binaryen's own types know by other names.
 *
 * @typedef {object} Segments
 * @property {() => number} getNumDataSegments
 * @property {(index: number) => number} getDataSegmentByIndex
 * @property {(segment: number) => { offset: number, data: ArrayBuffer }} getDataSegmentInfo
 */

/** @param {string} file a module with the names of its functions, which is written anew */
export async function silencePanics(file) {
  const { default: binaryen } = await import('binaryen');
  const bytes = readFileSync(file);
  const original = /** @type {Segments} */ (/** @type {unknown} */ (binaryen.readBinary(bytes)));
  for (let index = 0; index < original.getNumDataSegments(); index++) {
    const { offset, data } = original.getDataSegmentInfo(original.getDataSegmentByIndex(index));
    const start = bytes.indexOf(Buffer.from(data));
    blank(bytes.subarray(start, start + data.byteLength), offset);
  }
  const module = binaryen.readBinary(bytes);
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
  const whole = module.emitBinary();
  clearTable(binaryen, module);
  writeFileSync(file, isFormatting(binaryen, module) ? whole : module.emitBinary());
}

/**
 * Takes the functions that nobody calls out of the table, and out of the module what only they call.
 *
 * @param {Binaryen} binaryen
 * @param {Module} module
 */
function clearTable(binaryen, module) {
  module.addFunction(TRAP, binaryen.none, binaryen.none, [], module.unreachable());
  const places = Array.from({ length: module.getNumElementSegments() }, (_, index) => index);
  const segments = places.map((index) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(index)));
  for (const { name, table, offset, data } of segments) {
    const kept = data.map((called) => (CALLED_BY_NONE.some((pattern) => pattern.test(called)) ? TRAP : called));
    module.removeElementSegment(name);
    module.addActiveElementSegment(table, name, kept, offset);
  }
  module.runPasses(['remove-unused-module-elements']);
}

/** @param {Binaryen} binaryen @param {Module} module */
function isFormatting(binaryen, module) {
  const functions = Array.from({ length: module.getNumFunctions() }, (_, index) => module.getFunctionByIndex(index));
  return functions.some((called) => FORMATTING.test(binaryen.getFunctionInfo(called).name));
}

/**
 * Blanks what panics would say in the module's data.
 *
 * @param {Buffer} data is changed
 * @param {number} address where it lies in the module's memory
 */
function blank(data, address) {
  const text = data.toString('latin1');
  for (const { index, 0: words } of text.matchAll(WORDS)) data.fill(0, index, index + words.length);
  for (let at = 0; at + LOCATION <= data.length; at += 4) {
    const [start, length] = [data.readUInt32LE(at) - address, data.readUInt32LE(at + 4)];
    if (start < 0 || !/^[\w./-]+\.rs$/.test(text.slice(start, start + length))) continue;
    data.fill(0, start, start + length);
    data.fill(0, at, at + LOCATION);
  }
}
