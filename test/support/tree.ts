import { childUri, nameOf, parentUri, resolvePath } from '../../server/src/engine/base/paths.ts';
import { ABSENT, listingText, type FolderEntry } from '../../server/src/engine/engine.ts';
import { partsOf, type ExamplePart } from '../../tools/docs/example.ts';

/** A file of a tree that is only thought of. */
export interface TreeFile {
  readonly uri: string;
  readonly text: string;
}

/** A file; a folder, whose path ends in `/`; or a link to a target. */
export type TreePart = Pick<ExamplePart, 'path' | 'text' | 'target'>;

/** Files and what their folders hold; nothing else is there. */
export interface Tree {
  readonly files: readonly TreeFile[];
  /** What a folder holds, as the engine wants it. */
  readonly folder: (uri: string) => string;
}

interface Node extends FolderEntry {
  readonly folder: string;
}

/** The files that a text holds (`partsOf`), below a folder. */
export function treeOf(text: string, base: string, first = ''): Tree {
  const parts = partsOf(text).map((part) => (part.path === '' ? { ...part, path: first } : part));
  return treeOfParts(
    parts.filter(({ path }) => path !== ''),
    base,
  );
}

/** These files, folders and links, below a folder. */
export function treeOfParts(parts: readonly TreePart[], base: string): Tree {
  const plain = parts.filter(({ target }) => target === undefined).flatMap(({ path }) => nodesAt(base, path));
  const links = parts.flatMap(({ path, target }) => (target === undefined ? [] : [linkAt(base, path, target, plain)]));
  const above = links.flatMap(({ folder }) => nodesAt('', folder));
  return {
    files: parts.filter(isFile).map((part) => ({ uri: childUri(base, part.path), text: part.text })),
    folder: (uri) => listing([...plain, ...links, ...above], uri),
  };
}

function isFile({ path, target }: { readonly path: string; readonly target?: string }): boolean {
  return target === undefined && !path.endsWith('/');
}

/** A file or folder, and the folders that it is in. */
function nodesAt(base: string, path: string): Node[] {
  const uri = base === '' ? path : childUri(base, path);
  const around = foldersAround(uri).map((folder) => nodeAt(folder, 'folder'));
  return [...around, nodeAt(uri, base === '' || path.endsWith('/') ? 'folder' : 'file')];
}

function foldersAround(uri: string): string[] {
  const parent = parentUri(uri);
  return parent === 'file:///' ? [] : [...foldersAround(parent), parent];
}

function nodeAt(uri: string, kind: FolderEntry['kind']): Node {
  return { uri, kind, name: nameOf(uri), folder: parentUri(uri) };
}

/** A link that is only thought of leads to another part of the tree, to a device, or to nothing. */
function linkAt(base: string, path: string, target: string, nodes: readonly Node[]): Node {
  const at = childUri(base, path);
  const real = childUri('file:///', resolvePath(decodeURIComponent(parentUri(at).slice('file://'.length)), target));
  const behind = nodes.find(({ uri }) => uri === real);
  const kind = behind?.kind ?? (target.startsWith('/dev/') ? 'other' : 'nothing');
  return { ...nodeAt(at, kind), uri: real };
}

function listing(nodes: readonly Node[], folder: string): string {
  const here = new Map(nodes.filter((node) => node.folder === folder).map((node) => [node.name, node]));
  const isThere = here.size > 0 || nodes.some(({ uri, kind }) => uri === folder && kind === 'folder');
  return isThere ? listingText([...here.values()]) : ABSENT;
}
