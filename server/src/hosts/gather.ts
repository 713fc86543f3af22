import {
  ABSENT,
  EMPTY_SNAPSHOT,
  EMPTY_SURVEY,
  listingText,
  openFile,
  survey as surveyOf,
  UNREADABLE,
  withChange,
  type Snapshot,
  type SourceFile,
  type Subjects,
  type Survey,
  type Wanted,
} from '../engine/engine.ts';
import type { FileContent, FileSystem, FolderContent, Unread } from './fileSystem.ts';

/** What was read so far, and what it means. */
export interface Gathered {
  readonly snapshot: Snapshot;
  readonly survey: Survey;
  /** Files that somebody wanted and that were not read, by URI. */
  readonly unread: ReadonlyMap<string, Unread>;
}

export const NOTHING_GATHERED: Gathered = { snapshot: EMPTY_SNAPSHOT, survey: EMPTY_SURVEY, unread: new Map() };

/** What is read together at most: files, folders, UTF-16 units of text, and lines. */
export interface Limits {
  readonly files: number;
  readonly folders: number;
  readonly text: number;
  readonly lines: number;
}

export const LIMITS: Limits = { files: 10_000, folders: 10_000, text: 128 * 1024 * 1024, lines: 2_000_000 };

/**
 * Looks at everything, reads what that wants and is not in the snapshot yet, and looks again, until nothing is wanted.
 * What is in the snapshot is never read: the documents of an editor win over its disk. It ends, because each file and
 * folder is read once.
 */
export async function gather(
  fileSystem: FileSystem,
  before: Gathered,
  subjects: Subjects,
  limits: Limits = LIMITS,
): Promise<Gathered> {
  let gathered = await readFiles(fileSystem, before, [...subjects.roots, ...subjects.files], limits);
  for (;;) {
    const survey = surveyOf(gathered.snapshot, subjects, gathered.survey);
    gathered = { ...gathered, survey };
    const { files, folders } = survey.wanted;
    if (files.length === 0 && folders.length === 0) return gathered;
    gathered = await readWanted(fileSystem, gathered, survey.wanted, limits);
  }
}

/** Reads what is wanted, and is not in the snapshot yet. */
export async function readWanted(
  fileSystem: FileSystem,
  gathered: Gathered,
  { files, folders }: Wanted,
  limits: Limits = LIMITS,
): Promise<Gathered> {
  return readFiles(fileSystem, await withFolders(fileSystem, gathered, folders, limits), files, limits);
}

/** Reads the files that are neither in the snapshot nor known as unreadable; nobody looks at them yet. */
export async function readFiles(
  fileSystem: FileSystem,
  gathered: Gathered,
  uris: readonly string[],
  limits: Limits = LIMITS,
): Promise<Gathered> {
  const { snapshot } = gathered;
  const wanted = [...new Set(uris)].filter((uri) => !snapshot.files.has(uri) && !snapshot.unreadable.has(uri));
  const room = roomIn(snapshot, limits);
  const files: SourceFile[] = [];
  const unread = new Map<string, Unread>();
  await forEach(wanted, async (uri) => {
    const content = await taking(room, fileSystem, uri);
    if ('text' in content) files.push(openFile(uri, 0, content.text));
    else unread.set(uri, content.unread);
  });
  const known = [...gathered.unread].filter(([uri]) => snapshot.unreadable.has(uri));
  return {
    ...gathered,
    snapshot: withChange(snapshot, { files, unreadable: [...unread.keys()] }),
    unread: new Map([...known, ...unread]),
  };
}

/** What may still be read. */
type Room = { -readonly [name in Exclude<keyof Limits, 'folders'>]: number };

function roomIn({ files }: Snapshot, limits: Limits): Room {
  const sizes = [...files.values()].map(({ offsets, chunks }) => ({
    text: offsets.at(-1) ?? 0,
    lines: chunks.reduce((sum, chunk) => sum + chunk.lines.length, 0),
  }));
  const text = sizes.reduce((sum, size) => sum + size.text, 0);
  const lines = sizes.reduce((sum, size) => sum + size.lines, 0);
  return { files: limits.files - files.size, text: limits.text - text, lines: limits.lines - lines };
}

const TOO_MANY: FileContent = { unread: { kind: 'too many' } };

/** Reads a file where there is room for it. */
async function taking(room: Room, fileSystem: FileSystem, uri: string): Promise<FileContent> {
  room.files -= 1;
  if (room.files < 0) return TOO_MANY;
  const content = await fileSystem.readFile(uri);
  if ('unread' in content) return content;
  const [text, lines] = [room.text - content.text.length, room.lines - linesIn(content.text)];
  if (text < 0 || lines < 0) return TOO_MANY;
  Object.assign(room, { text, lines });
  return content;
}

function linesIn(text: string): number {
  let lines = 1;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines++;
  return lines;
}

async function withFolders(
  fileSystem: FileSystem,
  gathered: Gathered,
  uris: readonly string[],
  limits: Limits,
): Promise<Gathered> {
  const folders = new Map<string, string>();
  let room = limits.folders - gathered.snapshot.folders.size;
  await forEach(uris, async (uri) => {
    room -= 1;
    folders.set(uri, room < 0 ? UNREADABLE : answerOf(await fileSystem.readDirectory(uri)));
  });
  return { ...gathered, snapshot: withChange(gathered.snapshot, { folders }) };
}

function answerOf(content: FolderContent): string {
  if (content === 'absent') return ABSENT;
  return content === 'unreadable' ? UNREADABLE : listingText(content.entries, content.isCaseBlind);
}

/** Files that are open at the same time: a system has no room for thousands. */
const AT_ONCE = 32;

async function forEach(uris: readonly string[], act: (uri: string) => Promise<void>): Promise<void> {
  const waiting = uris.values();
  const worker = async (): Promise<void> => {
    for (const uri of waiting) await act(uri);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, uris.length) }, worker));
}
