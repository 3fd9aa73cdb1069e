/** The types of the story file for the studio's scripts, made from the schema before types are checked. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, main, ROOT } from '../steps.mjs';

/** Writes www/studio/story.d.ts. */
export async function writeStoryTypes() {
  const { compile } = await import('json-schema-to-typescript');
  // What is described where it is used would get no name of its own.
  const schema = JSON.parse(readFileSync(join(ROOT, 'data/story.schema.json'), 'utf8'), (name, value) =>
    name === 'description' && typeof value === 'string' ? undefined : value,
  );
  const types = await compile(schema, 'Story', { additionalProperties: false, format: false });
  writeFileSync(join(ROOT, 'www/studio/story.d.ts'), types);
}

if (isMain(import.meta.url)) await main(writeStoryTypes);
