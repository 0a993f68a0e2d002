export interface SettingValues {
  language: 'en' | 'uk' | 'ro';
  theme: 'light' | 'dark' | 'system';
  timeZone: string;
  analyst: string;
}

/** Preferences of this computer's user: nothing of a case is ever written here. */
export interface Settings {
  get(): SettingValues;
  set(change: Partial<SettingValues>): void;
  recentVaults(): string[];
  rememberVault(path: string): void;
}
