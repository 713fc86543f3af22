import { MarkupKind, type MarkupContent, type SignatureHelp, type SignatureHelpParams } from 'vscode-languageserver';
import { signatureHelp, type SignatureHelp as Found } from '../engine/engine.ts';
import type { Client } from './handler.ts';
import type { View } from './session.ts';

export function run(
  { text, snapshot, evaluation }: View,
  { position }: SignatureHelpParams,
  { capabilities }: Client,
): SignatureHelp | null {
  const found = signatureHelp(snapshot, evaluation, text.offsetAt(position));
  const information = capabilities().textDocument?.signatureHelp?.signatureInformation;
  return found ? toHelp(found, information?.parameterInformation?.labelOffsetSupport ?? false) : null;
}

function toHelp({ signatures, active, parameter }: Found, takesOffsets: boolean): SignatureHelp {
  return {
    signatures: signatures.map(({ label, parameters, documentation }) => ({
      label,
      documentation: markdown(documentation),
      parameters: parameters.map(({ span, documentation: words }) => ({
        label: takesOffsets ? [span.start, span.end] : label.slice(span.start, span.end),
        ...(words !== undefined && { documentation: markdown(words) }),
      })),
    })),
    activeSignature: active,
    activeParameter: parameter,
  };
}

function markdown(value: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value };
}
