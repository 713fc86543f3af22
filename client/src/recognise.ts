import { l10n, languages, window, workspace, type Disposable, type Memento, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { associate, folderPattern, pathPattern } from './associations.ts';
import { RECOGNISE, type RecogniseParams } from './protocol.ts';

/** The languages that VS Code itself gives to a file that ends in `.conf`: no other extension has claimed it. */
const UNCLAIMED = ['properties', 'plaintext', 'ini'];

/** The folders that httpd and nginx share: what a file there is, only its content tells. */
const SHARED_FOLDER = /\/sites-(available|enabled)\/[^/]+$/;

/** So many characters at the beginning of a file are looked at. */
const LOOKED_AT = 64 * 1024;

/** Below this name the workspace keeps the folders of which a person has said that their files are not ours. */
const REFUSED = 'htconf.notOurs';

/**
 * Looks at what is shown in an editor. Configuration of httpd that is not ours by its name is ours once a person has
 * agreed, which is asked once; configuration of nginx that is ours by its name is given back without asking.
 */
export function recogniseByContent(client: BaseLanguageClient, memory: Memento): Disposable {
  const seen = new Set<string>();
  const look = async (document: TextDocument | undefined): Promise<void> => {
    if (!document || seen.has(document.uri.toString()) || !mayBeMistaken(document, memory)) return;
    seen.add(document.uri.toString());
    await settle(document, await recognised(client, document), memory);
  };
  void look(window.activeTextEditor?.document);
  return window.onDidChangeActiveTextEditor((editor) => look(editor?.document));
}

function mayBeMistaken({ uri, languageId }: TextDocument, memory: Memento): boolean {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  if (languageId === 'apacheconf') return SHARED_FOLDER.test(uri.path);
  const isCandidate = UNCLAIMED.includes(languageId) && uri.path.endsWith('.conf');
  return isCandidate && !refused(memory).includes(folderPattern(uri));
}

/**
 * The server is asked, which starts where it does not run yet. It need not where no line begins with a tag or with a
 * name that has two capital letters: most files of others have none.
 */
async function recognised(client: BaseLanguageClient, document: TextDocument): Promise<string | null> {
  const text = document.getText().slice(0, LOOKED_AT);
  if (!client.isRunning() && !/^[ \t]*(<[A-Za-z]|[A-Z]\w*[A-Z]\w*[ \t])/m.test(text)) return null;
  await client.start();
  return client.sendRequest<string | null>(RECOGNISE, { text } satisfies RecogniseParams);
}

async function settle(document: TextDocument, found: string | null, memory: Memento): Promise<void> {
  const isOurs = document.languageId === 'apacheconf';
  if (found === 'nginx' && isOurs) await giveBack(document);
  else if (found === 'httpd' && !isOurs) await ask(document, memory);
}

/** To the language of nginx, where an extension brings it: their names differ in letter case. */
async function giveBack(document: TextDocument): Promise<void> {
  const nginx = (await languages.getLanguages()).find((id) => id.toLowerCase() === 'nginx');
  await languages.setTextDocumentLanguage(document, nginx ?? 'plaintext');
}

const THIS_FILE = l10n.t('Use htconf');
const WHOLE_FOLDER = l10n.t('For Every .conf in Its Folder');
const NOT_HERE = l10n.t('Not in This Folder');

async function ask(document: TextDocument, memory: Memento): Promise<void> {
  const { uri } = document;
  const name = workspace.asRelativePath(uri);
  const question = l10n.t('{0} looks like configuration of Apache HTTP Server. Check it with htconf?', name);
  const answer = await window.showInformationMessage(question, THIS_FILE, WHOLE_FOLDER, NOT_HERE);
  if (answer === NOT_HERE) await memory.update(REFUSED, [...refused(memory), folderPattern(uri)]);
  if (answer !== THIS_FILE && answer !== WHOLE_FOLDER) return;
  await associate(answer === THIS_FILE ? pathPattern(uri) : folderPattern(uri));
  if (!document.isClosed) await languages.setTextDocumentLanguage(document, 'apacheconf');
}

function refused(memory: Memento): readonly string[] {
  return memory.get<readonly string[]>(REFUSED, []);
}
