import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findings, tooLarge, type Reported, type Severity } from '../engine/engine.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

/** The page of a rule is CODE.md below this folder. */
const RULE_PAGES = 'https://github.com/htconf/htconf/blob/main/docs/rules';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS: Readonly<Record<NonNullable<Reported['tag']>, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/** A finding as an editor shows it; the text is that of the document that the finding is about. */
export function toDiagnostic(text: TextDocument, finding: Reported): Diagnostic {
  const { code, severity, message, why, span, tag, related } = finding;
  return {
    range: toRange(text, span),
    severity: SEVERITIES[severity],
    code,
    codeDescription: { href: `${RULE_PAGES}/${code}.md` },
    source: 'htconf',
    message: why === undefined ? message : `${message}\n${why}`,
    ...(tag && { tags: [TAGS[tag]] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((other) => ({
        location: { uri: other.uri, range: toRange(text, other.span) },
        message: other.message,
      })),
    }),
  };
}

/** Work of up to so many milliseconds is not felt while typing. */
const SHORT = 20;

export interface Diagnostics {
  /** Something has changed that the findings of a document depend on. */
  refresh(uri: string): void;
  /** Takes away what is shown of a document that is no longer open. */
  clear(uri: string): void;
}

/**
 * Publishes the findings of the documents. Short work is done as soon as the message at hand is done with; long work
 * waits as long as it took the last time, so that at least half of the time is left for what the user does. What is
 * published is always the newest version: a document that changes while it waits is not waited for anew.
 */
export function createDiagnostics(session: Session, out: DiagnosticsOut): Diagnostics {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const lastWork = new Map<string, number>();

  return {
    refresh: (uri) => {
      if (waiting.has(uri)) return;
      const work = lastWork.get(uri) ?? 0;
      waiting.set(
        uri,
        setTimeout(() => run(uri), work <= SHORT ? 0 : work),
      );
    },
    clear: (uri) => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      lastWork.delete(uri);
      out.publish({ uri, diagnostics: [] });
    },
  };

  function run(uri: string): void {
    waiting.delete(uri);
    const start = performance.now();
    try {
      const result = diagnose(session, uri);
      if (result) out.publish(result);
    } catch (error) {
      out.failed(error);
    }
    lastWork.set(uri, performance.now() - start);
  }
}

export interface DiagnosticsOut {
  publish(result: PublishDiagnosticsParams): void;
  failed(error: unknown): void;
}

/** Undefined as long as the settings are not known: what they turn off must not flash up. */
function diagnose(session: Session, uri: string): PublishDiagnosticsParams | undefined {
  const document = session.document(uri);
  if (!document?.settings) return undefined;
  const { text } = document;
  const view = session.view(uri);
  const reported = view ? findings(view.evaluation, view.settings.engine) : [tooLarge(uri)];
  return { uri, version: text.version, diagnostics: reported.map((finding) => toDiagnostic(text, finding)) };
}
