import assert from 'node:assert/strict';
import test from 'node:test';
import { decode, readFile, refusalOf } from './text.js';

test('text in any script is taken', () => {
  for (const text of ['全年运送7.5万人。', '<b>5</b> ships\r\n\t9', 'מספרים 42', '\ufeffbegins with a mark'])
    assert.equal(refusalOf(text), undefined, text);
});

test('what is no article is refused by name', () => {
  assert.equal(refusalOf(' \n'), 'empty');
  assert.equal(refusalOf('PK\u0003\u0004\u0014\0'), 'binary');
  assert.equal(refusalOf('\ufffd\ufffdJFIF'), 'binary');
  assert.equal(refusalOf('5'.repeat(300_001)), 'too-long');
  assert.equal(refusalOf('数'.repeat(100_001)), 'too-long');
  assert.equal(refusalOf('数'.repeat(100_000)), undefined);
});

test('a text file is read in the encodings that editors have', () => {
  assert.equal(decode(new TextEncoder().encode('全年7万')), '全年7万');
  assert.equal(decode(Uint8Array.of(0xc8, 0xab, 0xc4, 0xea, 0x37)), '全年7');
  assert.equal(decode(Uint8Array.of(0xff, 0xfe, 0x68, 0x51, 0x37, 0)), '全7');
});

test('a picture is no text', () => {
  assert.equal(decode(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)), undefined);
  assert.equal(decode(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)), undefined);
});

test('a file is told by its name, and one that is too large is not even read', async () => {
  assert.deepEqual(await readFile(new File(['{}'], 'story.JSON')), { name: 'story.JSON', story: true, text: '{}' });
  assert.deepEqual(await readFile(new File(['5 ships'], 'a.txt')), { name: 'a.txt', story: false, text: '5 ships' });
  const large = new File(['5'.repeat(1_000_001)], 'story.json');
  large.arrayBuffer = () => assert.fail('read');
  assert.deepEqual(await readFile(large), { name: 'story.json', refusal: 'too-long' });
});
