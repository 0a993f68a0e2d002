import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
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

/** Preferences in one JSON file, written new-then-rename; an unreadable file counts as the defaults. */
export function openSettings(path: string): Settings {
  let values = read(path);
  function write(change: Partial<Stored>): void {
    values = { ...values, ...change };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(values, null, 2));
    renameSync(`${path}.new`, path);
  }
  return {
    get(): SettingValues {
      const { language, theme, timeZone, analyst } = values;
      return { language, theme, timeZone, analyst };
    },
    set: (change) => write(change),
    recentVaults: () => [...values.recentVaults],
    rememberVault(vault) {
      write({
        recentVaults: [vault, ...values.recentVaults.filter((one) => one !== vault)].slice(0, RECENT),
      });
    },
  };
}
