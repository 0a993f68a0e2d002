import { ALL_MODES, NAME_MODES, type NameModes } from '../../core/search/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { readSetting, writeSetting } from '../vault/setting.ts';

const key = (actor: string): string => `search.modes.${actor}`;

/** How this person wants names compared: kept in the vault, because it says how the person works on the case. */
export function modesOf(database: ReadableDatabase, actor: string): NameModes {
  const kept = readSetting(database, key(actor));
  return kept === null ? ALL_MODES : modesFrom(kept);
}

export function keepModes(database: WritableDatabase, actor: string, modes: NameModes): void {
  writeSetting(database, key(actor), JSON.stringify(modes));
}

/** A mode that was not known when it was written is on. */
export function modesFrom(kept: string): NameModes {
  const known = JSON.parse(kept) as Partial<NameModes>;
  return Object.fromEntries(NAME_MODES.map((mode) => [mode, known[mode] ?? true])) as unknown as NameModes;
}
