import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { folderWith, htconf } from './command.ts';

const BEFORE = '<Files a>\nOptions None\n</Files>\n';

/** How wide the formatter indents a file under some .editorconfig files. */
function indentation(
  t: TestContext,
  configs: Readonly<Record<string, string>>,
  name: string,
  ...args: string[]
): string {
  const cwd = folderWith(t, { '.editorconfig': 'root = true\n', ...configs });
  const { stdout, stderr } = htconf(['format', '--stdin', '--stdin-filename', name, ...args], { cwd, input: BEFORE });
  assert.equal(stderr, '');
  return /\n([ \t]*)Options/.exec(stdout)?.[1] ?? 'nothing';
}

const blanks = (count: number) => ' '.repeat(count);

test('without a word of .editorconfig it is four blanks', (t) => {
  assert.equal(indentation(t, {}, 'httpd.conf'), blanks(4));
  assert.equal(indentation(t, { '.editorconfig': 'root=true\n[*.js]\nindent_style=tab\n' }, 'httpd.conf'), blanks(4));
});

test('indent_style, indent_size and tab_width are followed', (t) => {
  const under = (...lines: string[]) =>
    indentation(t, { '.editorconfig': ['root = true', '[*]', ...lines].join('\n') }, 'httpd.conf');
  assert.equal(under('indent_style = tab'), '\t');
  assert.equal(under('indent_style = tab', 'indent_size = 2'), '\t');
  assert.equal(under('INDENT_STYLE = Space', 'indent_size = 2'), blanks(2));
  assert.equal(under('indent_style=space', 'indent_size=tab', 'tab_width=3'), blanks(3));
  assert.equal(under('indent_style=space', 'tab_width=8'), blanks(8));
  assert.equal(under('indent_size=2'), blanks(2));
  assert.equal(under('indent_style=space', 'indent_size=2', 'indent_size=unset'), blanks(4));
  for (const size of ['0', '-1', '2.5', 'many', '17', '']) assert.equal(under(`indent_size=${size}`), blanks(4), size);
});

test('comments, blanks, Windows line ends and a byte order mark are taken', (t) => {
  const config =
    '\ufeff; a comment\r\nroot = true\r\n\r\n[ *.c ]\r\n[*.conf]\r\n# indent_style = tab\r\n  indent_size = 2  \r\nnonsense\r\n';
  assert.equal(indentation(t, { '.editorconfig': config }, 'httpd.conf'), blanks(2));
});

test('the nearest file and the last section win', (t) => {
  const configs = {
    '.editorconfig': 'root = true\n[*]\nindent_size = 2\n[*.conf]\nindent_size = 3\n',
    'sub/.editorconfig': '[*.vhost]\nindent_style = tab\n',
    'own/.editorconfig': 'root = true\n',
  };
  assert.equal(indentation(t, configs, '.htaccess'), blanks(2));
  assert.equal(indentation(t, configs, 'httpd.conf'), blanks(3));
  assert.equal(indentation(t, configs, 'sub/httpd.conf'), blanks(3));
  assert.equal(indentation(t, configs, 'sub/deep/a.vhost'), '\t');
  assert.equal(indentation(t, configs, 'own/httpd.conf'), blanks(4));
});

test('a section with a slash is for paths below its folder', (t) => {
  const configs = { '.editorconfig': 'root = true\n[conf/*.conf]\nindent_size = 2\n[/x.conf]\nindent_size = 3\n' };
  assert.equal(indentation(t, configs, 'conf/a.conf'), blanks(2));
  assert.equal(indentation(t, configs, 'deep/conf/a.conf'), blanks(4));
  assert.equal(indentation(t, configs, 'x.conf'), blanks(3));
  assert.equal(indentation(t, configs, 'conf/deep/x.conf'), blanks(4));
});

test('--indent is stronger', (t) => {
  const configs = { '.editorconfig': 'root = true\n[*]\nindent_style = tab\n' };
  assert.equal(indentation(t, configs, 'httpd.conf', '--indent', '2'), blanks(2));
});
