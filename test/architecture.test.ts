import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { allEntries } from '../server/src/engine/catalogue/catalogue.ts';
import { kindOf } from '../server/src/engine/kinds/index.ts';
import { CODES } from '../server/src/engine/rules/codes.ts';
import { RULES } from '../server/src/engine/rules/index.ts';
import { layerOf } from './architecture/layers.ts';
import { exportedConstants, nodesOf, sources, type Source } from './architecture/sources.ts';

const rules = sources.filter(({ path }) => path.startsWith('server/src/engine/rules/'));

function constantsOf(files: readonly Source[], type: string): string[] {
  return files.flatMap((source) => exportedConstants(source, type)).sort();
}

suite('layers', () => {
  test('every source is in one', () => {
    assert.deepEqual(
      sources.filter(({ path }) => !layerOf(path)).map(({ path }) => path),
      [],
    );
  });

  test('each imports only what it may', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const layer = layerOf(path);
      const others = imports.filter((file) => layerOf(file) !== layer);
      return others
        .filter((file) => !layer?.mayImport.includes(layerOf(file)?.name ?? ''))
        .map((file) => `${path} imports ${file}`);
    });
    assert.deepEqual(wrong, []);
  });

  test('each uses only the packages that it may', () => {
    const wrong = sources.flatMap(({ path, packages }) => {
      const allowed = layerOf(path)?.mayUse ?? [];
      return packages
        .filter((name) => !allowed.some((beginning) => isPackage(name, beginning)))
        .map((name) => `${path} imports ${name}`);
    });
    assert.deepEqual(wrong, []);
  });
});

/** `vscode-languageserver` stands for its parts and for `vscode-languageserver-types`, but `vscode` for itself alone. */
function isPackage(name: string, beginning: string): boolean {
  return name === beginning || (beginning !== 'vscode' && name.startsWith(beginning));
}

test('no file imports itself by way of others', () => {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const follow = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (way.includes(path) || done.has(path)) return;
    for (const file of importsOf.get(path) ?? []) follow(file, [...way, path]);
    done.add(path);
  };
  for (const { path } of sources) follow(path, []);
  assert.deepEqual(cycles, []);
});

test('no function is longer than 60 lines', () => {
  const long = sources.flatMap(({ path, tree }) =>
    [...nodesOf(tree)].filter(ts.isFunctionLike).flatMap((node) => {
      const lineAt = (offset: number): number => tree.getLineAndCharacterOfPosition(offset).line;
      const lines = lineAt(node.end) - lineAt(node.getStart()) + 1;
      return lines > 60 ? [`${path}:${String(lineAt(node.getStart()) + 1)}: ${String(lines)} lines`] : [];
    }),
  );
  assert.deepEqual(long, []);
});

suite('rules', () => {
  test('the list has every one of them, once', () => {
    const index = rules.find(({ path }) => path.endsWith('/rules/index.ts'));
    const listed = [...nodesOf(index?.tree ?? assert.fail('there is no list of rules'))].filter(ts.isImportSpecifier);
    const names = listed.map((node) => node.name.text).filter((name) => name !== 'Rule');
    assert.deepEqual(names.sort(), constantsOf(rules, 'Rule'));
    assert.equal(new Set(RULES).size, RULES.length);
    assert.equal(RULES.length, names.length);
  });

  test('none imports another', () => {
    const files = new Set(
      rules.filter((source) => exportedConstants(source, 'Rule').length > 0).map(({ path }) => path),
    );
    const wrong = rules
      .filter(({ path }) => files.has(path))
      .flatMap(({ path, imports }) =>
        imports.filter((file) => files.has(file)).map((file) => `${path} imports ${file}`),
      );
    assert.deepEqual(wrong, []);
  });

  test('every code that is named is in the table, and every code of the table is used', () => {
    const named = sources.flatMap((source) => [...nodesOf(source.tree)].flatMap((node) => codeNamed(node) ?? []));
    assert.deepEqual([...new Set(named)].sort(), Object.keys(CODES).sort());
  });
});

/** `code: '…'` in a rule or the problem of a part, or `codeOf('…')`. */
function codeNamed(node: ts.Node): string | undefined {
  const isProperty = ts.isPropertyAssignment(node) && node.name.getText() === 'code';
  const isCall = ts.isCallExpression(node) && node.expression.getText() === 'codeOf';
  const value = isProperty ? node.initializer : isCall ? node.arguments[0] : undefined;
  return value && ts.isStringLiteral(value) && value.getSourceFile().fileName.includes('/engine/')
    ? value.text
    : undefined;
}

suite('kinds of arguments', () => {
  const ids = new Set(allEntries().flatMap(({ slots }) => slots.map(({ kind }) => kind)));

  test('there is one for every slot of the catalogue', () => {
    assert.ok(ids.size > 10);
    for (const id of ids) assert.equal(kindOf(id).id, id);
  });

  test('there is none that no slot has', () => {
    const kinds = sources.filter(({ path }) => path.startsWith('server/src/engine/kinds/'));
    const index = kinds.find(({ path }) => path.endsWith('/kinds/index.ts'));
    const listed = [...nodesOf(index?.tree ?? assert.fail('there is no list of kinds'))].filter(ts.isImportSpecifier);
    const names = new Set(listed.map((node) => node.name.text));
    assert.deepEqual(
      constantsOf(kinds, 'Kind').filter((name) => !names.has(name)),
      [],
    );
  });
});
