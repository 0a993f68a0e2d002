import type { Meeting } from '../exchange/hit-no-hit/meeting.ts';
import type { WritableDatabase } from '../vault/database.ts';
import type { Jobs } from './jobs.ts';
import type { Messages } from './messages.ts';
import type { VaultSession } from './session.ts';
import type { Settings } from './settings.ts';
import type { Uploads } from './uploads.ts';

/** What a handler may reach. One per engine. */
export interface Context {
  readonly session: VaultSession;
  readonly jobs: Jobs;
  readonly settings: Settings;
  readonly uploads: Uploads;
  readonly meeting: Meeting;
  readonly messages: Messages;
  /** Folder with resources/ (basemap, gazetteer, training, locales). */
  readonly resourcesFolder: string;
  readonly programVersion: string;
  /** The open vault's database, or Failure('vault.locked'). */
  database(): WritableDatabase;
  /** Name written to journal and audit. */
  actor(): string;
  now(): number;
}
