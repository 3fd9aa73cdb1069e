/** Runs in the old engine: reads modules, scripts and pages without running any, and prints those that it cannot read. */
const { readFileSync } = require('fs');
const { SourceTextModule } = require('vm');

/** @param {string} file @returns {string[]} */
function problems(file) {
  const content = readFileSync(file);
  try {
    if (file.endsWith('.wasm')) {
      new WebAssembly.Module(content);
    } else if (file.endsWith('.html')) {
      const scripts = [...content.toString().matchAll(/<script>(.*?)<\/script>/gs)];
      if (!scripts.length) return [`${file}: no script`];
      for (const [, source] of scripts) new SourceTextModule(source);
    } else {
      new SourceTextModule(content.toString());
    }
    return [];
  } catch (error) {
    return [`${file}: ${error}`];
  }
}

const [, , ...files] = process.argv;
console.log(JSON.stringify({ engine: process.versions.v8, problems: files.flatMap(problems) }));
