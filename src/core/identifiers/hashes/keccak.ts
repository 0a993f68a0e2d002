/**
 * Keccak with 256 bits. Ethereum uses it as it was before it became SHA3-256: the two differ only in the byte that
 * ends the text, which is why that is asked for.
 */
const RATE = 136;
const MASK = (1n << 64n) - 1n;
export const KECCAK = 0x01;
export const SHA3 = 0x06;

/** Offsets of the rotations and the order of the lanes, walked as the standard says. */
const STEPS: readonly (readonly [lane: number, turn: bigint])[] = walk();
const ROUNDS: readonly bigint[] = constants();

function walk(): (readonly [number, bigint])[] {
  const steps: (readonly [number, bigint])[] = [];
  let [x, y] = [1, 0];
  for (let at = 0; at < 24; at += 1) {
    [x, y] = [y, (2 * x + 3 * y) % 5];
    steps.push([x + 5 * y, BigInt((((at + 1) * (at + 2)) / 2) % 64)]);
  }
  return steps;
}

/** Bits of a linear feedback shift register at the positions 2^j − 1. */
function constants(): bigint[] {
  let register = 1;
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let at = 0; at < 7; at += 1) {
      if ((register & 1) === 1) constant |= 1n << BigInt(2 ** at - 1);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
    return constant;
  });
}

const turn = (lane: bigint, by: bigint): bigint => ((lane << by) | (lane >> (64n - by))) & MASK;

export function keccak256(bytes: Uint8Array, ending: typeof KECCAK | typeof SHA3 = KECCAK): Uint8Array {
  const whole = new Uint8Array((Math.floor(bytes.length / RATE) + 1) * RATE);
  whole.set(bytes);
  whole[bytes.length] = ending;
  whole[whole.length - 1] = (whole[whole.length - 1] ?? 0) | 0x80;
  const view = new DataView(whole.buffer);
  const lanes = new Array<bigint>(25).fill(0n);
  for (let offset = 0; offset < whole.length; offset += RATE) {
    for (let at = 0; at < RATE / 8; at += 1) {
      lanes[at] = (lanes[at] ?? 0n) ^ view.getBigUint64(offset + at * 8, true);
    }
    permute(lanes);
  }
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  for (let at = 0; at < 4; at += 1) out.setBigUint64(at * 8, lanes[at] ?? 0n, true);
  return digest;
}

function permute(lanes: bigint[]): void {
  for (const constant of ROUNDS) {
    spread(lanes);
    let carried = lanes[1] ?? 0n;
    for (const [lane, by] of STEPS) {
      const next = lanes[lane] ?? 0n;
      lanes[lane] = turn(carried, by);
      carried = next;
    }
    for (let row = 0; row < 25; row += 5) {
      const before = lanes.slice(row, row + 5);
      for (let at = 0; at < 5; at += 1) {
        const [own = 0n, next = 0n, after = 0n] = [before[at], before[(at + 1) % 5], before[(at + 2) % 5]];
        lanes[row + at] = own ^ (~next & MASK & after);
      }
    }
    lanes[0] = (lanes[0] ?? 0n) ^ constant;
  }
}

/** Each column is changed by the parity of its neighbours. */
function spread(lanes: bigint[]): void {
  const parity = Array.from({ length: 5 }, (_, x) =>
    [0, 5, 10, 15, 20].reduce((sum, row) => sum ^ (lanes[x + row] ?? 0n), 0n),
  );
  for (let x = 0; x < 5; x += 1) {
    const change = (parity[(x + 4) % 5] ?? 0n) ^ turn(parity[(x + 1) % 5] ?? 0n, 1n);
    for (let row = 0; row < 25; row += 5) lanes[x + row] = (lanes[x + row] ?? 0n) ^ change;
  }
}
