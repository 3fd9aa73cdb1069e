/**
 * The types of the story file for the studio's scripts, from the schema, which also says what each field means:
 * `node scripts/check/story-types.mjs --write` writes them to www/studio/story.d.ts; without, tells whether what is there is current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, isMain, main, ROOT } from '../steps.mjs';

const COMMAND = 'node scripts/check/story-types.mjs --write';
const FILE = join(ROOT, 'www/studio/story.d.ts');

/** @returns {Promise<string>} */
async function storyTypes() {
  const [{ compile }, { format, resolveConfig }] = await Promise.all([
    import('json-schema-to-typescript'),
    import('prettier'),
  ]);
  const schema = JSON.parse(readFileSync(join(ROOT, 'data/story.schema.json'), 'utf8'), (name, value) =>
    name === 'description' && typeof value === 'string' ? undefined : value,
  );
  const bannerComment = `// Written by \`${COMMAND}\`; the source is data/story.schema.json.`;
  const types = await compile(schema, 'Story', { bannerComment, additionalProperties: false, format: false });
  return format(types, { ...(await resolveConfig(FILE)), parser: 'typescript' });
}

export async function checkStoryTypes() {
  if (readFileSync(FILE, 'utf8') !== (await storyTypes()))
    throw new Failure('www/studio/story.d.ts is older than the schema', `Run: ${COMMAND}`);
}

if (isMain(import.meta.url)) {
  await main(async () => {
    if (process.argv.includes('--write')) writeFileSync(FILE, await storyTypes());
    else await checkStoryTypes();
  });
}
