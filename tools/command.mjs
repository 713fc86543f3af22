import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a program in the checkout and waits for it. Its output is collected; with `show` it goes to the terminal instead.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: boolean, cwd?: string, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 where the program cannot be started
 */
export function runCommand(program, args, { show = false, cwd = root, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, shell, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ bytes) => void (output += bytes.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a command that is a script on Windows (npm, code), where only the shell runs those. Its output goes to the terminal.
 * @param {string} name
 * @param {readonly string[]} args
 */
export function runScript(name, args) {
  if (process.platform !== 'win32') return runCommand(name, args, { show: true });
  const line = [name, ...args].map((word) => `"${word}"`).join(' ');
  return runCommand(line, [], { show: true, shell: true });
}
