/** A part of the product, by the beginning of its paths, and what it may import beside itself. */
export interface Layer {
  readonly name: string;
  readonly path: string;
  readonly mayImport: readonly string[];
  /** Packages, by the beginning of their names. */
  readonly mayUse: readonly string[];
}

const ENGINE = 'server/src/engine';

/** The first that fits a path counts. */
const LAYERS: readonly Layer[] = [
  layer('base', `${ENGINE}/base/`, []),
  layer('syntax', `${ENGINE}/syntax/`, ['base']),
  layer('catalogue', `${ENGINE}/catalogue/`, ['base']),
  layer('kinds', `${ENGINE}/kinds/`, ['base', 'catalogue']),
  layer('evaluation', `${ENGINE}/evaluation/`, ['base', 'syntax', 'catalogue', 'kinds']),
  layer('rules', `${ENGINE}/rules/`, ['base', 'syntax', 'catalogue', 'kinds', 'evaluation']),
  layer('features', `${ENGINE}/features/`, ['base', 'syntax', 'catalogue', 'kinds', 'evaluation', 'rules']),
  layer('format', `${ENGINE}/format/`, ['base', 'syntax']),
  layer('engine', `${ENGINE}/engine.ts`, [
    ...['base', 'syntax', 'catalogue', 'kinds', 'evaluation', 'rules', 'features', 'format'],
  ]),
  // The faces know the engine by its façade alone.
  layer('hosts', 'server/src/hosts/', ['engine'], ['node:']),
  layer('manifest', 'package.json', []),
  layer('lsp', 'server/src/lsp/', ['engine', 'hosts', 'manifest'], ['node:', 'vscode-languageserver', 'vscode-uri']),
  layer('cli', 'server/src/cli/', ['engine', 'hosts', 'manifest'], ['node:', 'vscode-uri', 'sarif']),
  // Which transport there is depends on where the server runs.
  layer('main.cli', 'server/src/main.cli.ts', ['cli', 'lsp', 'hosts'], ['node:']),
  layer('main.node', 'server/src/main.node.ts', ['lsp', 'hosts'], ['node:', 'vscode-languageserver/node']),
  layer('main.web', 'server/src/main.web.ts', ['lsp', 'hosts'], ['vscode-languageserver/browser']),
  layer('client', 'client/src/', [], ['vscode', 'vscode-languageclient', 'node:']),
];

function layer(name: string, path: string, mayImport: readonly string[], mayUse: readonly string[] = []): Layer {
  return { name, path, mayImport, mayUse };
}

export function layerOf(path: string): Layer | undefined {
  return LAYERS.find((one) => path.startsWith(one.path));
}
