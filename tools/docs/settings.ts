/** A group of settings, as the manifest of an extension has it. */
export interface SettingsGroup {
  readonly title: string;
  readonly properties: Readonly<Record<string, Setting>>;
}

interface Setting extends Values {
  readonly type: string;
  readonly scope: string;
  readonly default: unknown;
  readonly markdownDescription: string;
  /** Of a list. */
  readonly items?: Values;
  /** Of an object. */
  readonly additionalProperties?: Values;
}

interface Values {
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly patternErrorMessage?: string;
}

const HEAD = `# Settings

The settings of htconf in an editor, all below \`htconf\`. On the command line, \`htconf help check\` and \`htconf help format\` list the options that say the same.
`;

const SCOPES: Readonly<Record<string, string>> = {
  resource: 'It may differ from folder to folder.',
  window: 'It holds for the whole window.',
};

/** `docs/settings.md`. */
export function settingsPage(groups: readonly SettingsGroup[]): string {
  return [HEAD, ...groups.map(groupText)].join('\n');
}

function groupText({ title, properties }: SettingsGroup): string {
  const settings = Object.entries(properties).map(([name, setting]) => settingText(name, setting));
  return [`## ${title}\n`, ...settings].join('\n');
}

function settingText(name: string, setting: Setting): string {
  const { type, scope, markdownDescription } = setting;
  const values = setting.items ?? setting.additionalProperties ?? setting;
  const fallback = `Default: \`${JSON.stringify(setting.default)}\` (${type}).`;
  const form = values.patternErrorMessage === undefined ? [] : [values.patternErrorMessage];
  const line = [fallback, ...form, SCOPES[scope] ?? `Scope: ${scope}.`].join(' ');
  return `### \`${name}\`\n\n${markdownDescription}\n\n${line}\n${valuesTable(values)}`;
}

function valuesTable({ enum: words = [], enumDescriptions = [] }: Values): string {
  if (words.length === 0) return '';
  const rows = words.map((word, index) => `| \`${word}\` | ${enumDescriptions[index] ?? ''} |\n`);
  return ['\n| Value | What it does |\n', '|---|---|\n', ...rows].join('');
}
