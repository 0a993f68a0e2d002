import { mkdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../core/result.ts';
import { diskTrouble, writeWhole } from '../vault/disk.ts';
import type { Settings, SettingValues } from './settings.ts';

const RECENT = 8;
const stored = z.object({
  language: z.enum(['en', 'uk', 'ro']).catch('en'),
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  timeZone: z.string().catch('Europe/Chisinau'),
  analyst: z.string().catch(userInfo().username),
  recentVaults: z.array(z.string()).catch([]),
});
type Stored = z.infer<typeof stored>;

function read(path: string): Stored {
  try {
    return stored.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return stored.parse({});
  }
}

/**
 * Preferences in one JSON file, written new-then-rename; an unreadable file counts as the defaults. What cannot be
 * written holds until the program ends. Failure engine.settings-not-kept where a person asked for the change.
 */
export function openSettings(path: string): Settings {
  let values = read(path);
  function write(change: Partial<Stored>): void {
    values = { ...values, ...change };
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeWhole(path, JSON.stringify(values, null, 2));
    } catch (error) {
      if (diskTrouble(error) === null) throw error;
      throw new Failure('engine.settings-not-kept', { path });
    }
  }
  return {
    get(): SettingValues {
      const { language, theme, timeZone, analyst } = values;
      return { language, theme, timeZone, analyst };
    },
    set: (change) => write(change),
    recentVaults: () => [...values.recentVaults],
    rememberVault(vault) {
      const recentVaults = [vault, ...values.recentVaults.filter((one) => one !== vault)].slice(0, RECENT);
      try {
        write({ recentVaults });
      } catch (error) {
        // A list of names for the next start: not worth keeping anybody out of a vault that is open.
        if (!(error instanceof Failure)) throw error;
      }
    },
  };
}
