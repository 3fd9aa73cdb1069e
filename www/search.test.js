import assert from 'node:assert/strict';
import test from 'node:test';
import { digitsOf, plain, says } from './search.js';

test('separators and widths make no difference', () => {
  for (const form of ['5899', '5,899', '5 899', '５８９９', '５，８９９']) assert.equal(plain(form), '5899');
  assert.equal(plain('In 2023, 145 firms'), 'in 2023, 145 firms');
});

test('words for powers of ten move the point', () => {
  assert.equal(digitsOf('2837万'), '28370000');
  assert.equal(digitsOf('28.37 million'), '28370000');
  assert.equal(digitsOf('1157亿'), '115700000000');
  assert.equal(digitsOf('1.157亿'), '115700000');
  assert.equal(digitsOf('0.28375万'), '2837.5');
  assert.equal(digitsOf('5899'), '5899');
  assert.equal(digitsOf('5 lines'), undefined);
});

test('a line is found by each of its words, or by its number in another form', () => {
  assert.ok(says('Technology-based SMEs 5,899 P12', '5899', '5899'));
  assert.ok(says('科技型中小企业 5899家', '5899', '5,899'));
  assert.ok(says('科技型中小企业 5899家', '5899', '５８９９'));
  assert.ok(says('Throughput of all ports 28.37 million t', '28370000', '2837万'));
  assert.ok(says('港口吞吐量 2837万吨', '28370000', '28,370,000'));
  assert.ok(says('Technology-based SMEs 5,899', '5899', 'smes technology'));
  assert.ok(!says('Technology-based SMEs 5,899', '5899', '5898'));
  assert.ok(!says('Industrial clusters', '', '5899'));
});
