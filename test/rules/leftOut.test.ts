import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { check } from '../support/check.ts';

const error = 'KeepAlive Yes\n';
const information = 'keepAlive On\n';

suite('a file with very many findings', () => {
  test('shows 1,000 of them', () => {
    const found = check(error.repeat(1000), 'file:///srv/httpd/site.conf');
    assert.deepEqual([...new Set(found.map(({ code }) => code))], ['flag-value']);
    assert.equal(found.length, 1000);
  });

  test('shows the most severe ones in the order of the file, and says that there are more', () => {
    const found = check(
      information + error.repeat(500) + information + error.repeat(500),
      'file:///srv/httpd/site.conf',
    );
    const [first, ...others] = found;
    assert.deepEqual([first?.code, first?.severity, first?.line], ['left-out', 'info', 1]);
    assert.match(first?.message ?? '', /1000 of 1002/);
    assert.deepEqual([...new Set(others.map(({ code }) => code))], ['flag-value']);
    const expected = [
      ...Array.from({ length: 500 }, (_, i) => i + 2),
      ...Array.from({ length: 500 }, (_, i) => i + 503),
    ];
    assert.deepEqual(
      others.map(({ line }) => line),
      expected,
    );
  });
});
