import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { assemble, assembleSingle } from './assemble.js';
import { text } from './scripts.js';

const bytes = (/** @type {string} */ content) => new TextEncoder().encode(content);
const hash = (/** @type {string} */ content) => createHash('sha256').update(content).digest('base64');

/** @type {import('./assemble.js').Shell} */
const SHELL = {
  assets: ['main-AAAAAAAA.js', 'part-BBBBBBBB.js', 'style-CCCCCCCC.css', 'infographic-DDDDDDDD.wasm'].map((name) => ({
    name: `assets/${name}`,
    bytes: bytes(name),
  })),
  entries: {
    'main.js': 'assets/main-AAAAAAAA.js',
    'style.css': 'assets/style-CCCCCCCC.css',
    'infographic.wasm': 'assets/infographic-DDDDDDDD.wasm',
  },
  studio: true,
  types: 'types',
  scripts: { embed: 'own(HOMES)', single: 'shell("</script>")', worker: 'keep(FILES, VERSION)' },
};

const LINK = '<p class="studio"><a href="studio/">Studio</a></p>';

const page = (
  /** @type {string} */ lang,
) => `\ufeff<!DOCTYPE html><html data-root="" data-homes="zh:?lang=zh en:en/"><head>
<link rel="stylesheet" href="{{style.css}}"><script type="module" src="{{main.js}}"></script>
<link data-rel="module" rel="preload" as="fetch" href="{{infographic.wasm}}">
<link data-rel="plate" rel="alternate" href="{{plate-${lang}.bin}}">
<link data-rel="page" rel="alternate" hreflang="zh-Hans" href="${lang === 'zh' ? './' : '../'}">
<link data-rel="page" rel="alternate" hreflang="en" href="${lang === 'zh' ? 'en/' : './'}"></head><body>{{n}}${LINK}</body></html>`;

const WRITTEN = Object.entries({
  'index.html': page('zh'),
  'en/index.html': page('en'),
  'plate-zh.bin': 'numbers',
  'plate-en.bin': 'more numbers',
  'csv/a.zh.csv': 'a,b',
  'wechat/a.zh.html': '{{main.js}}',
}).map(([name, content]) => ({ name, bytes: bytes(content) }));

const PLATE = `assets/plate-zh-${createHash('sha256').update('numbers').digest('hex').slice(0, 8).toUpperCase()}.bin`;

/** The files by name, as text. @param {import('./assemble.js').SiteFile[]} [written] @param {string} [address] */
async function site(written = WRITTEN, address) {
  const { files, views } = await assemble(SHELL, written, address);
  return { views, read: Object.fromEntries(files.map((file) => [file.name, text(file.bytes)])) };
}

/** The names and contents of what one file brings. @param {string} single */
const broughtBy = (single) =>
  [...single.matchAll(/data-file="([^"]*)">([^<]*)</g)].map(([, name = '', content = '']) => [name, atob(content)]);

test('a page names its files relative to itself and keeps its byte order mark', async () => {
  const { read, views } = await site();
  const { 'index.html': top = '', 'en/index.html': nested = '' } = read;
  assert.ok(top.startsWith('\ufeff<!DOCTYPE'));
  assert.ok(top.includes('src="assets/main-AAAAAAAA.js"') && top.includes(`href="${PLATE}"`));
  assert.ok(nested.includes('href="../assets/style-CCCCCCCC.css"'));
  assert.ok(top.includes('<body>{{n}}<'), 'what is no file is left');
  assert.deepEqual(views.get('index.html')?.slice(0, 2), ['index.html', 'assets/style-CCCCCCCC.css']);
  assert.equal(views.size, 2);
});

test('a plate lies under a name with its hash alone; what no page asks for stays as it is', async () => {
  const { read } = await site();
  assert.equal(read[PLATE], 'numbers');
  assert.ok(!('plate-zh.bin' in read));
  assert.equal(read['csv/a.zh.csv'], 'a,b');
  assert.equal(read['wechat/a.zh.html'], '{{main.js}}', 'a fragment is no page');
});

test('a page links to the studio only where that is, and the one file never', async () => {
  assert.ok((await site()).read['index.html']?.includes(LINK));
  const { files } = await assemble({ ...SHELL, studio: false }, WRITTEN);
  for (const { name, bytes } of files) assert.ok(!text(bytes).includes(LINK), name);
  const one = await assembleSingle(SHELL, WRITTEN);
  for (const part of [one, ...broughtBy(one).map(([, content]) => content)]) assert.ok(!part?.includes(LINK));
});

test('a page that asks for what is not there is refused', async () => {
  const broken = { name: 'figure/a.zh.html', bytes: bytes('<script src="{{other.js}}">') };
  await assert.rejects(site([...WRITTEN, broken]), /figure\/a\.zh\.html asks for other\.js/);
});

test('the scripts of the site know its languages, its files and its version', async () => {
  const { read } = await site();
  assert.match(read['embed.js'] ?? '', /const HOMES="zh:\?lang=zh en:en\/";own\(HOMES\)/);
  const { 'worker.js': worker = '' } = read;
  for (const [file, name] of [
    ['', 'index.html'],
    ['en/', 'en/index.html'],
    [PLATE, PLATE],
  ])
    assert.ok(worker.includes(`"${file}":"sha256-${hash(read[name ?? ''] ?? '')}"`), file);
  assert.ok(!worker.includes('csv/'));
  const changed = await site(
    WRITTEN.map((file) => (file.name === 'plate-en.bin' ? { ...file, bytes: bytes('other') } : file)),
  );
  assert.notEqual(changed.read['worker.js']?.match(/VERSION="(.*?)"/)?.[1], worker.match(/VERSION="(.*?)"/)?.[1]);
});

test('the headers name the address of the site where it is known', async () => {
  assert.ok(!(await site()).read['_headers']?.includes('example.org'));
  assert.match(
    (await site(WRITTEN, 'https://example.org/a')).read['_headers'] ?? '',
    /script-src 'self' https:\/\/example\.org /,
  );
});

test('one file brings all that it names, under a policy of its own script and style', async () => {
  const single = await assembleSingle(SHELL, WRITTEN);
  assert.equal(single, (await site()).read['single.html']);
  const script = 'shell("<\\/script>")';
  assert.ok(
    single.includes(`script-src 'sha256-${hash(script)}'`) && single.includes(`<script>${script}</script></body>`),
  );
  assert.ok(single.includes(`style-src 'sha256-${hash('style-CCCCCCCC.css')}'`));
  const brought = broughtBy(single);
  assert.deepEqual(brought.map(([name]) => name).slice(0, 3), ['assets/infographic-DDDDDDDD.wasm', PLATE, './']);
  assert.ok(
    brought.some(([, content]) => content === 'more numbers'),
    'the plate of the other language',
  );
  assert.ok(!/data-root|rel="preload"/.test(single));
});
