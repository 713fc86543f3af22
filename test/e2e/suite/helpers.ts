import * as assert from 'node:assert';
import * as vscode from 'vscode';

const LIMIT_MS = 15_000;

/** The address of a file in the folder that is open: works for files of the desktop and of a server alike. */
function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder, name);
}

/** Opens a file of the folder in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Writes a file into the folder and opens it. The tests that save use this, to leave the sample as it is. */
export async function create(name: string, text: string): Promise<vscode.TextEditor> {
  await write(name, text);
  return open(name);
}

/** Changes a file of the folder on disk, as another program does. */
export async function write(name: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uriOf(name), bytes);
}

/** Waits until what Problems lists of a file, open or not, is as wanted: line, severity and code of each. */
export async function problems(name: string, ...wanted: readonly string[]): Promise<void> {
  const now = (): readonly string[] =>
    vscode.languages
      .getDiagnostics(uriOf(name))
      .map(
        ({ range, severity, code }) => `${range.start.line + 1} ${vscode.DiagnosticSeverity[severity]} ${codeOf(code)}`,
      );
  await eventually(vscode.languages.onDidChangeDiagnostics, () => now().join() === wanted.join(), now);
}

/** Whether a file of the folder is open, in an editor or behind the scenes. */
export function isOpen(name: string): boolean {
  return vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === uriOf(name).toString());
}

/** Waits until the findings of a document are as wanted, and gives them in the order of the lines. */
export async function findings(
  document: vscode.TextDocument,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const now = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri);
  await eventually(
    vscode.languages.onDidChangeDiagnostics,
    () => wanted(now()),
    () => describe(document, now()),
  );
  return now().sort((one, other) => one.range.start.compareTo(other.range.start));
}

/** Waits for an event after which a condition holds; it may hold already. */
export function eventually<T>(event: vscode.Event<T>, holds: () => boolean, state: () => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      if (!holds()) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const subscription = event(check);
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`nothing came in ${LIMIT_MS} ms; the last state: ${JSON.stringify(state())}`));
    }, LIMIT_MS);
    check();
  });
}

/** Findings as a reader sees them: severity, code, and the marked text. */
export function describe(document: vscode.TextDocument, found: readonly vscode.Diagnostic[]): readonly string[] {
  return found.map(
    ({ severity, code, range }) =>
      `${range.start.line + 1} ${vscode.DiagnosticSeverity[severity]} ${codeOf(code)}: ${document.getText(range)}`,
  );
}

/** The one finding with a code, once it is there. */
export async function findingOf(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  const isMeant = (finding: vscode.Diagnostic): boolean => codeOf(finding.code) === code;
  const found = (await findings(document, (all) => all.some(isMeant))).filter(isMeant);
  assert.strictEqual(found.length, 1, describe(document, found).join('\n'));
  return found[0] as vscode.Diagnostic;
}

export function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The quick fixes that are offered for a finding; an editor that has just started is asked until it offers some. */
export async function quickFixes(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<readonly vscode.CodeAction[]> {
  const end = Date.now() + LIMIT_MS;
  let offered = await askForFixes(document, range);
  while (offered.length === 0 && Date.now() < end) offered = await askForFixes(document, range);
  return offered;
}

function askForFixes({ uri }: vscode.TextDocument, range: vscode.Range): Thenable<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    10, // as many are resolved: a fix is made on demand
  );
}

/** Does what the editor does when a person picks a code action. */
export async function apply({ edit, command, title }: vscode.CodeAction): Promise<void> {
  assert.ok(edit ?? command, `${title} does nothing`);
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit), `${title} cannot be applied`);
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** The position behind a text that stands once in the document. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `the document has no ${text}`);
  return document.positionAt(offset + text.length);
}

/** Changes a setting of the folder. */
export async function set(section: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(section, value, vscode.ConfigurationTarget.Workspace);
}

const SET_BY_TESTS = ['htconf.rules', 'htconf.root', 'htconf.directives', 'editor.codeActionsOnSave'];

/** Leaves nothing behind for the next test. */
export async function tidyUp(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  for (const section of SET_BY_TESTS) await set(section, undefined);
}

/** The text of a file of the folder, as it is saved. */
export async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));
}
