import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  findingsIn,
  leftOut,
  tooLarge,
  type Evaluation,
  type Reported,
  type Settings,
  type SourceFile,
} from '../engine/engine.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Look } from './look.ts';
import type { Session } from './session.ts';

/** What is shown under one URI of the editor. */
export interface Published {
  /** Of a document that is open. */
  readonly version: number | undefined;
  readonly content: Content;
}

interface Content {
  readonly diagnostics: readonly Diagnostic[];
  /** All that the findings were made from, compared by identity; undefined where other files have part in them. */
  readonly origin: readonly unknown[] | undefined;
}

/** Everything that is to be shown, by the URI that the editor uses; what is as it was is the same object. */
export function publishedNow(session: Session, before: ReadonlyMap<string, Published>): Map<string, Published> {
  const looked = session.look();
  const origins = originsOf(looked);
  const now = new Map<string, Published>();
  for (const uri of new Set([...looked.survey.readers.keys(), ...looked.open.keys()])) {
    const shown = session.texts(uri)?.text.uri ?? uri;
    const settings = settingsFor(looked, uri);
    const old = before.get(shown);
    const one = settings ? publishedOf(session, uri, settings, origins.get(uri), old) : old;
    if (one) now.set(shown, one);
  }
  for (const uri of largeFiles(session)) {
    const diagnostics = toDiagnostics(session, uri, [tooLarge(uri)]);
    if (!now.has(uri)) now.set(uri, { version: undefined, content: { diagnostics, origin: undefined } });
  }
  return now;
}

function largeFiles(session: Session): string[] {
  return [...session.gathered().unread].filter(([, { kind }]) => kind === 'too large').map(([uri]) => uri);
}

/** Undefined where they are not known yet: what they turn off must not flash up. */
function settingsFor({ open, survey }: Look, uri: string): Settings | undefined {
  const document = open.get(uri);
  return document ? document.settings?.engine : survey.readers.get(uri)?.[0]?.snapshot.settings;
}

function publishedOf(
  session: Session,
  uri: string,
  settings: Settings,
  judged: readonly unknown[] | undefined,
  old: Published | undefined,
): Published {
  const { text, isOpen } = session.texts(uri) ?? {};
  const version = isOpen ? text?.version : undefined;
  const origin = judged && [settings.rules, leftOutOf(session, uri), ...judged];
  const isAsBefore = origin !== undefined && isSame(origin, old?.content.origin);
  if (old && isAsBefore) return old.version === version ? old : { version, content: old.content };
  const reported = reportedOn(session, uri, settings);
  const diagnostics = toDiagnostics(session, uri, reported);
  return { version, content: { diagnostics, origin: reported.every(isAlone) ? origin : undefined } };
}

function isSame(a: readonly unknown[], b: readonly unknown[] | undefined): boolean {
  return a.length === b?.length && a.every((one, index) => one === b[index]);
}

/** Whether no other file has part in what is said: a line that is linked, or the condition on which an Include depends. */
function isAlone({ uri, related, origin }: Reported): boolean {
  return origin?.finding.place.truth !== 'maybe' && related.every((other) => other.uri === uri);
}

function reportedOn(session: Session, uri: string, settings: Settings): Reported[] {
  const { survey, open } = session.look();
  const document = open.get(uri);
  if (document && !document.file) return [tooLarge(uri)];
  const found = findingsIn(survey, uri, settings);
  const sentence = leftOutOf(session, uri);
  return sentence === undefined ? found : [leftOut(uri, sentence), ...found];
}

const TOO_MANY_FILES = 'This configuration has more files than htconf reads: some of them were left out.';
const TOO_MUCH =
  'This configuration reads more than htconf follows: 10,000 inclusions of files, or a million lines. The rest was left out.';

/** What is said of a file with which reading begins, where not all was read. */
function leftOutOf(session: Session, uri: string): string | undefined {
  const evaluation = session.look().survey.evaluations.get(uri);
  if (evaluation?.isCut) return TOO_MUCH;
  const isFull = [...session.gathered().unread.values()].some(({ kind }) => kind === 'too many');
  return evaluation && isFull ? TOO_MANY_FILES : undefined;
}

/** Where the beginning of a file is marked, its text need not be known. */
const NO_TEXT = TextDocument.create('', 'apacheconf', 0, '');

function toDiagnostics(session: Session, uri: string, reported: readonly Reported[]): Diagnostic[] {
  const { text = NO_TEXT } = session.texts(uri) ?? {};
  return reported.map((finding) => toDiagnostic(session.texts, text, finding));
}

/** What was judged of each file, in order. A file that findings over the whole are in depends on more than that. */
function originsOf({ survey }: Look): Map<string, readonly unknown[]> {
  const origins = new Map<string, readonly unknown[]>();
  for (const [uri, readers] of survey.readers) {
    const parts = readers.flatMap(({ files, first }) => {
      const part = files.get(uri);
      return part ? [{ ...part, first: first && holds(part, first) ? [first] : [] }] : [];
    });
    if (parts.every(({ whole }) => whole.length === 0))
      origins.set(
        uri,
        parts.flatMap(({ judged, first }) => [...judged, ...first]),
      );
  }
  return origins;
}

/** Whether an error is in a file: an edit in another one may make it, or no longer make it, the one that httpd prints. */
function holds({ file }: { readonly file: SourceFile }, { ref }: NonNullable<Evaluation['first']>): boolean {
  return file.chunks.includes(ref.chunk);
}
