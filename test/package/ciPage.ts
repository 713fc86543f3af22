import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A step of a workflow of GitHub. */
interface WorkflowStep {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Snippet {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly WorkflowStep[] }>>;
  readonly repos?: readonly { readonly repo: string; readonly hooks: readonly { readonly id: string }[] }[];
}

const page = readFileSync('docs/ci.md', 'utf8').replaceAll('\r\n', '\n');
const snippets = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => parse(text) as Snippet);

/** What the workflows hand over to the action. */
export const actionInputs = snippets
  .flatMap(({ jobs = {} }) => Object.values(jobs))
  .flatMap(({ steps }) => steps)
  .filter(({ uses }) => uses.startsWith('htconf/htconf@'))
  .map(({ with: inputs = {} }) => inputs);

/** The hooks of this project that are named. */
export const hookIds = snippets
  .flatMap(({ repos = [] }) => repos)
  .filter(({ repo }) => repo !== 'local')
  .flatMap(({ hooks }) => hooks.map(({ id }) => id));

/** What is typed into a shell. */
export const shellLines = [...page.matchAll(/npx --yes htconf check --format [^\n']*/g)].map(([line]) => line);
