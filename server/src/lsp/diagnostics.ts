import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pageAddress, type Reported, type Severity } from '../engine/engine.ts';
import { toRange } from './convert.ts';
import type { Texts } from './texts.ts';

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

/** A finding as an editor shows it; the text is that of the file that it is about. */
export function toDiagnostic(texts: Texts, text: TextDocument, finding: Reported): Diagnostic {
  const { code, severity, message, why, span, tag } = finding;
  const relatedInformation = relatedOf(texts, finding);
  return {
    range: toRange(text, span),
    severity: SEVERITIES[severity],
    code,
    codeDescription: { href: pageAddress(code) },
    source: 'htconf',
    message: why === undefined ? message : `${message}\n${why}`,
    ...(tag && { tags: [TAGS[tag]] }),
    ...(relatedInformation.length > 0 && { relatedInformation }),
  };
}

/** Other places, whatever file they are in. */
function relatedOf(texts: Texts, { related }: Reported): DiagnosticRelatedInformation[] {
  return related.flatMap(({ uri, span, message }) => {
    const { text } = texts(uri) ?? {};
    return text ? [{ location: { uri: text.uri, range: toRange(text, span) }, message }] : [];
  });
}
