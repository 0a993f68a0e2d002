import { readFileSync } from 'node:fs';
import { stderr, stdin } from 'node:process';
import { CommandFailed, WrongCall } from './failure.ts';
import { say } from './messages.ts';

export interface SecretOptions {
  passphraseFile?: string;
  passphraseFd?: number;
}

/** The passphrase from a file, a file descriptor or the terminal. Never from the command line: others can read that. */
export async function passphrase(options: SecretOptions): Promise<string> {
  if (options.passphraseFile !== undefined) return fromFile(options.passphraseFile);
  if (options.passphraseFd !== undefined) return fromFile(options.passphraseFd);
  if (stdin.isTTY) return fromTerminal(say('cli:ask.passphrase'));
  throw new WrongCall('cli.passphrase-needed', say('cli:error.passphrase-needed'));
}

export interface NewSecretOptions {
  newPassphraseFile?: string;
  newPassphraseFd?: number;
}

/** A passphrase that is to open the vault from now on; in a terminal it is typed twice. */
export async function newPassphrase(options: NewSecretOptions): Promise<string> {
  if (options.newPassphraseFile !== undefined) return fromFile(options.newPassphraseFile);
  if (options.newPassphraseFd !== undefined) return fromFile(options.newPassphraseFd);
  if (!stdin.isTTY)
    throw new CommandFailed('cli.new-passphrase-needed', say('cli:error.new-passphrase-needed'));
  const typed = await fromTerminal(say('cli:ask.newPassphrase'));
  if (typed === (await fromTerminal(say('cli:ask.again')))) return typed;
  throw new CommandFailed('cli.passphrases-differ', say('cli:error.passphrases-differ'));
}

/** First line of the file or descriptor, without its line end. */
export function fromFile(place: string | number): string {
  try {
    const [line = ''] = readFileSync(place, 'utf8').split(/\r?\n/);
    if (line !== '') return line;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  throw new CommandFailed('cli.passphrase-unreadable', say('cli:error.passphrase-unreadable'));
}

/** The whole file: an age identity has comment lines before its key. */
export function wholeFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new CommandFailed('cli.identity-unreadable', say('cli:error.identity-unreadable'));
  }
}

async function fromTerminal(question: string): Promise<string> {
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const piece of stdin as AsyncIterable<string>)
      for (const sign of piece) {
        if (sign === '\r' || sign === '\n') return typed;
        if (sign === '\u0003') throw new CommandFailed('cli.cancelled', say('cli:error.cancelled'));
        typed = sign === '\u007f' || sign === '\b' ? [...typed].slice(0, -1).join('') : typed + sign;
      }
    return typed;
  } finally {
    stdin.setRawMode(false);
    stderr.write('\n');
  }
}
