import { fstatSync, openSync, readFileSync } from 'node:fs';

const STANDARD = ['inherit', 'inherit', 'inherit'];
const HIGHEST = 255;

/** The descriptor `--passphrase-fd` names among the words of a call; null where it is one every child gets. */
function namedDescriptor(words) {
  const at = words.findLastIndex((word) => /^--passphrase-fd(=|$)/.test(word));
  if (at < 0) return null;
  const text = words[at].split('=')[1] ?? words[at + 1] ?? '';
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return number >= STANDARD.length && number <= HIGHEST ? number : null;
}

function parentOf(pid) {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1);
    return Number(afterName.split(' ')[1]);
  } catch {
    return null;
  }
}

/**
 * npm closes everything above 2 before it starts a script, but holds it open itself. Linux lets a child of the same
 * person open it again: npm is our parent, or its shell is.
 */
function descriptorOfNpm(number) {
  for (const pid of [process.ppid, parentOf(process.ppid)]) {
    if (pid === null) return null;
    try {
      return openSync(`/proc/${pid}/fd/${number}`, 'r');
    } catch {
      // The shell between npm and this process has none of that number.
    }
  }
  return null;
}

function ownDescriptor(number) {
  try {
    fstatSync(number);
    return number;
  } catch {
    return null;
  }
}

/** `stdio` for the program: the three of every program and the one its passphrase comes on, which must be named. */
export function passedDescriptors(words) {
  const number = namedDescriptor(words);
  if (number === null) return STANDARD;
  const isThroughNpm = process.env.npm_lifecycle_event === 'iforce';
  const source = isThroughNpm ? descriptorOfNpm(number) : ownDescriptor(number);
  const between = Array.from({ length: number - STANDARD.length }, () => 'ignore');
  return [...STANDARD, ...between, source ?? 'ignore'];
}
