import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { prelude } from '../agreement/preludes.ts';
import { httpd, httpdMissing } from '../agreement/liveHttpd.ts';
import { dispose } from '../support/oracle/oracle.ts';
import type { Change } from './change.ts';
import { judgeChange } from './judgeChange.ts';
import type { Subject } from './subject.ts';

after(dispose);

suite('the real httpd', { skip: httpdMissing }, () => {
  const rows: readonly (readonly [what: string, before: string, after: string, Change['changes'], effect: string])[] = [
    ['sees no harm in other blanks', 'ServerAdmin a\n', '\n  ServerAdmin  a\n', 'nothing', 'same'],
    ['sees harm in another argument', 'ServerAdmin a\n', 'ServerAdmin b\n', 'nothing', 'harm'],
    ['sees harm in another argument of a fix', 'ServerAdmin a\n', 'ServerAdmin b\n', 'fault', 'harm'],
    ['sees harm in what it refuses now', 'ServerAdmin a\n', 'ServerAdmi a\n', 'fault', 'harm'],
    ['sees harm in a fix that hides a directive', 'KeepAlive On\n', '# KeepAlive On\n', 'fault', 'harm'],
    ['sees a mended fault', 'ServerAdmi a\n', 'ServerAdmin a\n', 'fault', 'mended'],
    ['sees no harm in a fault less', 'Foo\nBar\n', 'ServerName a\nBar\n', 'fault', 'refused'],
    ['sees harm in a fault that comes earlier', '\nFoo\n', 'Bar\n', 'fault', 'harm'],
    ['sees no harm where the same line is refused', '\n\n\nFoo\n', '\n Foo\n', 'nothing', 'refused'],
    ['sees harm where another line is refused', 'Foo\nBar\n', 'Bar\nFoo\n', 'nothing', 'harm'],
    ['sees harm where nothing is refused any more', 'Foo\n', 'ServerName a\n', 'nothing', 'harm'],
    [
      'cannot judge without a folder',
      'DocumentRoot "/no/where"\nFoo\n',
      'DocumentRoot  "/no/where"\n',
      'fault',
      'environment',
    ],
  ];
  for (const [what, before, after, changes, effect] of rows) {
    test(what, async () => {
      assert.ok(httpd);
      const of = subject(before);
      const judged = await judgeChange(httpd, { subject: of, what, after: { ...of.input, text: after }, changes });
      assert.equal(judged.effect, effect, judged.why);
    });
  }
});

function subject(text: string): Subject {
  return {
    id: 'a text',
    group: '',
    input: { text, kind: 'main', ...prelude('std') },
    steps: 'configtest',
    before: '',
    uri: 'file:///srv/httpd/httpd.conf',
    settings: {},
    tags: [],
    since: '',
    untold: '',
    likely: 'accepted',
  };
}
