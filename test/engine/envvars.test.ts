import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLE } from '../../server/src/engine/base/ask.ts';
import { environmentIn } from '../../server/src/engine/evaluation/envvars.ts';

/** What a script puts into the environment, beside what it finds there. */
function exported(script: string): Record<string, string> {
  const { PATH, HOME, ...others } = environmentIn(script).variables;
  assert.deepEqual(
    [PATH, HOME].filter((value) => value !== undefined && value !== HOLE),
    [],
  );
  return others;
}

test('only what is exported is in the environment', () => {
  assert.deepEqual(exported('A=1\nexport B=2 C=3\nD=4\nexport D\nE=5; export E\n'), { B: '2', C: '3', D: '4', E: '5' });
});

test("Debian's envvars", () => {
  const script = `
# envvars - default environment variables for apache2ctl
unset HOME
if [ "\${APACHE_CONFDIR##/etc/apache2-}" != "\${APACHE_CONFDIR}" ] ; then
	SUFFIX="-\${APACHE_CONFDIR##/etc/apache2-}"
else
	SUFFIX=
fi
export APACHE_RUN_USER=www-data
export APACHE_RUN_DIR=/var/run/apache2$SUFFIX
export APACHE_PID_FILE=/var/run/apache2$SUFFIX/apache2.pid
#export APACHE_LYNX='www-browser -dump'
export LANG=C
export LANG
`;
  assert.deepEqual(environmentIn(script).variables, {
    PATH: HOLE,
    APACHE_RUN_USER: 'www-data',
    APACHE_RUN_DIR: '/var/run/apache2',
    APACHE_PID_FILE: '/var/run/apache2/apache2.pid',
    LANG: 'C',
  });
});

test('a later value replaces an earlier one, and unset takes it away', () => {
  assert.deepEqual(exported('export A=1 B=2\nA=3\nunset B\n'), { A: '3' });
});

const VALUES: readonly (readonly [written: string, value: string])[] = [
  ['a b', 'a'],
  ['"a b"', 'a b'],
  ["'a $X b'", 'a $X b'],
  ['"a\\"b\\$\\x"', 'a"b$\\x'],
  ['a\\ b', 'a b'],
  ['a"b"\'c\'', 'abc'],
  ['a#b', 'a#b'],
  ['a # b', 'a'],
  ['"a;b"', 'a;b'],
  ['a\\\nb', 'ab'],
  ['', ''],
  ['$X-$X', 'x-x'],
  ['${X}y', 'xy'],
  ['"$X y"', 'x y'],
  ['$NONE', ''],
  ['${NONE:-d}', 'd'],
  ['${EMPTY:-d}', 'd'],
  ['${EMPTY-d}', ''],
  ['${X:-d}', 'x'],
  ['${NONE:-"a b"}', 'a b'],
  ['${NONE:-$X}', 'x'],
  ['${NONE:=d}$NONE', 'dd'],
  ['${X:+y}', 'y'],
  ['${NONE:+y}', ''],
  ['$', '$'],
];

for (const [written, value] of VALUES) {
  test(`${JSON.stringify(written)} is ${JSON.stringify(value)}`, () => {
    assert.equal(exported(`X=x EMPTY=\nexport A=${written}\n`)['A'], value);
  });
}

test('what only a shell could tell is not known', () => {
  for (const written of ['$(date)', '`date`', '$(echo $(date))', 'a$1', '${X#x}', '${#X}', '${X/a/b}', '"$PATH:/x"'])
    assert.equal(exported(`X=xy\nexport A=${written} B=b\n`)['A'], HOLE, written);
  assert.equal(exported('export A=$(date) B=b\n')['B'], 'b');
});

test('conditions over texts are decided, others leave both open', () => {
  const branches = (condition: string) => exported(`X=x\nif ${condition}; then A=1; else A=2; fi\nexport A\n`)['A'];
  assert.equal(branches('[ "$X" = x ]'), '1');
  assert.equal(branches('[ "$X" != x ]'), '2');
  assert.equal(branches('test -n "$X"'), '1');
  assert.equal(branches('[ -z "$X" ]'), '2');
  assert.equal(branches('! [ -z "$X" ]'), '1');
  assert.equal(branches('[ ! -z "$X" ]'), '1');
  assert.equal(branches('[ -f /etc/passwd ]'), HOLE);
  assert.equal(branches('grep -q x /etc/passwd'), HOLE);
  const elif = 'X=2\nif [ $X = 1 ]; then\nA=1\nelif [ $X = 2 ]; then\nA=2\nelse\nA=3\nfi\nexport A\n';
  assert.equal(exported(elif)['A'], '2');
});

test('&& and || go by how the command before them ended', () => {
  assert.deepEqual(exported('[ -n "" ] && export A=1\n[ -n x ] && export B=1\n[ -n "" ] || export C=1\n'), {
    B: '1',
    C: '1',
  });
  assert.deepEqual(exported('mkdir -p /x && export A=1\n'), { A: HOLE });
});

test('of loops and functions it is not known how often they are run', () => {
  for (const body of [
    'for i in 1 2; do A=$i; done',
    'while x; do A=1; done',
    'case $X in a) A=1 ;; esac',
    'f() { A=1; }',
  ])
    assert.deepEqual(exported(`${body}\nexport A\nexport B=1`), { A: HOLE, B: '1' }, body);
});

test('after a command that may set anything, there may be more', () => {
  assert.equal(environmentIn('export A=1\nmkdir /x\numask 022\n').isWhole, true);
  for (const command of ['. /etc/default/locale', 'source x', 'eval "$X"', 'set -a'])
    assert.equal(environmentIn(`${command}\nexport A=1\n`).isWhole, false, command);
});

test('no text makes it fail or hang', () => {
  const script = 'if [ "${A:-"x"}" = `y` ]; then export B=$(c "d)") \\\n E=\'f\'; fi; case x in y) z;; esac\n';
  for (let end = 0; end <= script.length; end++) {
    environmentIn(script.slice(0, end));
    environmentIn(script.slice(end));
  }
});
