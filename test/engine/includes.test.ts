import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lineStarts, positionAt } from '../support/lines.ts';
import { findingsIn, NO_SETTINGS, type Settings } from '../../server/src/engine/engine.ts';
import { surveyTree } from '../support/survey.ts';
import { treeOf } from '../support/tree.ts';

const BASE = 'file:///srv/httpd';
const MAIN = `${BASE}/httpd.conf`;

/** The files in the order in which they are read, by their paths below the server root. */
function filesRead(text: string, settings: Partial<Settings> = {}): string[] {
  const surveyed = surveyTree(treeOf(text, BASE), { ...NO_SETTINGS, ...settings });
  const { inclusions = [] } = surveyed.evaluations.get(MAIN) ?? {};
  return inclusions.map(({ file }) => decodeURIComponent(file.uri.slice(BASE.length + 1)));
}

/** Line and code of the errors in one of the files. */
function errorsIn(text: string, name: string): string[] {
  const settings: Settings = { ...NO_SETTINGS, defines: [], environment: {}, staticModules: 'debian' };
  const surveyed = surveyTree(treeOf(text, BASE), settings);
  const uri = `${BASE}/${name}`;
  const starts = lineStarts(treeOf(text, BASE).files.find((file) => file.uri === uri)?.text ?? '');
  return findingsIn(surveyed, uri, settings)
    .filter(({ severity }) => severity === 'error')
    .map(({ span, code }) => `${String(positionAt(starts, span.start).line + 1)} ${code}`);
}

suite('the order of reading', () => {
  test('bytes decide, and a folder is read where its name stands', () => {
    const text = `#- httpd.conf
Include conf.d
#- conf.d/a.conf
#- conf.d/B.conf
#- conf.d/9.conf
#- conf.d/10.conf
#- conf.d/C/inner.conf
#- conf.d/.first
#- conf.d/ä.conf
`;
    const order = ['.first', '10.conf', '9.conf', 'B.conf', 'C/inner.conf', 'a.conf', 'ä.conf'];
    assert.deepEqual(filesRead(text), ['httpd.conf', ...order.map((name) => `conf.d/${name}`)]);
  });

  test('what an Include brings in is read before the lines behind it', () => {
    const text = `#- httpd.conf
Include first.conf
Include third.conf
#- first.conf
Include second.conf
#- second.conf
#- third.conf
`;
    assert.deepEqual(filesRead(text), ['httpd.conf', 'first.conf', 'second.conf', 'third.conf']);
  });
});

/** A macro that includes two files. */
const site = `LoadModule macro_module modules/mod_macro.so
<Macro Site $name>
    <VirtualHost *:80>
        Include parts/$name.conf
        ServerName $name.example.com
        Include parts/all.conf
    </VirtualHost>
</Macro>
`;

suite('an Include in a macro', () => {
  test('is read where the macro is used, and the rest of the macro behind it', () => {
    const text = `#- httpd.conf
${site}Use Site shop
Include last.conf
#- parts/shop.conf
Include parts/more.conf
#- parts/more.conf
#- parts/all.conf
#- last.conf
`;
    const order = ['parts/shop.conf', 'parts/more.conf', 'parts/all.conf', 'last.conf'];
    assert.deepEqual(filesRead(text), ['httpd.conf', ...order]);
  });

  test('in a macro that another one uses', () => {
    const text = `#- httpd.conf
${site}<Macro Twice>
Use Site shop
Use Site blog
</Macro>
Use Twice
#- parts/shop.conf
#- parts/blog.conf
#- parts/all.conf
`;
    const order = ['parts/shop.conf', 'parts/all.conf', 'parts/blog.conf', 'parts/all.conf'];
    assert.deepEqual(filesRead(text), ['httpd.conf', ...order]);
  });

  test('its file stands in the sections of the macro, and nothing is unknown behind it', () => {
    const text = `#- httpd.conf
LoadModule mpm_event_module modules/mod_mpm_event.so
${site}Use Site shop
Lissten 80
#- parts/shop.conf
ServerTokens Prod
#- parts/all.conf
`;
    assert.deepEqual(errorsIn(text, 'parts/shop.conf'), ['1 wrong-context']);
    assert.deepEqual(errorsIn(text, 'httpd.conf'), ['11 unknown-directive']);
  });

  test('a file that is not there: the argument is marked that names it', () => {
    const text = `#- httpd.conf
LoadModule mpm_event_module modules/mod_mpm_event.so
ServerRoot /srv/httpd
Listen 80
${site}Use Site shop
Use Site blog
#- parts/shop.conf
#- parts/all.conf
`;
    assert.deepEqual(errorsIn(text, 'httpd.conf'), ['13 include-missing']);
  });
});

suite('the names of files', () => {
  test('a link is the file that it leads to', () => {
    const text = `#- httpd.conf
IncludeOptional sites-enabled/*.conf
#- sites-available/shop.conf
#- sites-enabled/010-shop.conf -> ../sites-available/shop.conf
`;
    assert.deepEqual(filesRead(text), ['httpd.conf', 'sites-available/shop.conf']);
  });

  test('a pattern in each component', () => {
    const text = `#- httpd.conf
Include customers/*/conf.d/[a-m]*.conf
#- customers/b/conf.d/about.conf
#- customers/b/conf.d/zebra.conf
#- customers/a/conf.d/main.conf
#- customers/notes.txt
`;
    assert.deepEqual(filesRead(text), ['httpd.conf', 'customers/a/conf.d/main.conf', 'customers/b/conf.d/about.conf']);
  });

  test('the ServerRoot that was read last', () => {
    const text = `#- httpd.conf
Include a.conf
ServerRoot /srv/httpd/other
Include a.conf
#- a.conf
#- other/a.conf
`;
    assert.deepEqual(filesRead(text), ['httpd.conf', 'a.conf', 'other/a.conf']);
  });

  test('a folder that the user sets for a path of the server', () => {
    const text = `#- httpd.conf
Include /opt/shop/httpd/*.conf
#- shop/httpd/site.conf
`;
    const serverRoots = { '/opt/shop': `${BASE}/shop` };
    assert.deepEqual(filesRead(text, { serverRoots }), ['httpd.conf', 'shop/httpd/site.conf']);
  });
});

suite('what has no end', () => {
  test('a file that is open is read at most twice more', () => {
    assert.deepEqual(filesRead('#- httpd.conf\nInclude httpd.conf\n#- a/\n'), [
      'httpd.conf',
      'httpd.conf',
      'httpd.conf',
    ]);
  });

  test('once one was found to include itself, none that is open is read again', () => {
    const text = `#- httpd.conf\n${'Include httpd.conf\n'.repeat(30)}#- a/\n`;
    assert.equal(filesRead(text).length, 3);
  });

  test('files that include each other by way of a macro', () => {
    const all = 'Include a.conf\nInclude b.conf\nInclude httpd.conf\n';
    const used = `Use M\n${all}Use M\n`;
    const macro = `LoadModule macro_module modules/mod_macro.so\n<Macro M>\n${all}</Macro>\n`;
    const text = `#- httpd.conf\n${macro}${used}#- a.conf\n${used}#- b.conf\n${used}`;
    assert.ok(filesRead(text).length < 100);
  });

  test('links that lead back to their folder, two in each', () => {
    const links = ['a', 'b'].flatMap((folder) => [`#- d/${folder}/x -> ../../d\n`, `#- d/${folder}/y -> ../../d\n`]);
    const text = `#- httpd.conf\nInclude d\n#- d/site.conf\n${links.join('')}`;
    assert.deepEqual(filesRead(text), ['httpd.conf', 'd/site.conf']);
  });

  test('links that double the way at each step', () => {
    const steps = Array.from({ length: 40 }, (_, i) => i);
    const links = steps.map(
      (i) => `#- d${String(i)}/x -> ../d${String(i + 1)}\n#- d${String(i)}/y -> ../d${String(i + 1)}\n`,
    );
    assert.deepEqual(filesRead(`#- httpd.conf\nInclude d0\n${links.join('')}#- d40/\n`), ['httpd.conf']);
  });
});
