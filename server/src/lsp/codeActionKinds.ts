import { CodeActionKind } from 'vscode-languageserver';

/** Makes all fixes that cannot change what httpd does. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.htconf`;

export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL];
