import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** A source file of the product, as far as its structure goes. */
export interface Source {
  /** From the top of the checkout, with `/`. */
  readonly path: string;
  readonly tree: ts.SourceFile;
  /** Files of the product that it imports, types included, by whatever form of import. */
  readonly imports: readonly string[];
  /** Packages, and modules of Node, that it imports. */
  readonly packages: readonly string[];
}

/** All TypeScript of the server and the client. */
export const sources: readonly Source[] = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map(readSource),
);

function readSource(path: string): Source {
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const specifiers = [...nodesOf(tree)].flatMap((node) => specifierOf(node) ?? []);
  const relative = specifiers.filter((specifier) => specifier.startsWith('.'));
  return {
    path,
    tree,
    imports: relative.map((specifier) => posix.join(posix.dirname(path), specifier)),
    packages: specifiers.filter((specifier) => !specifier.startsWith('.')),
  };
}

/** A node and all nodes in it. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** What an import names: `import … from`, `export … from`, `import()` as a call or as a type. */
function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return textOf(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
  const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isCall ? textOf(node.arguments[0]) : undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** Names of the constants that a file exports under a type. */
export function exportedConstants({ tree }: Source, type: string): string[] {
  return tree.statements.filter(ts.isVariableStatement).flatMap(({ modifiers, declarationList }) => {
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const typed = declarationList.declarations.filter((one) => one.type?.getText() === type);
    return typed.map((one) => one.name.getText());
  });
}
