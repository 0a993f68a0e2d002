import { z } from 'zod';
import { method, nothing } from './method.ts';
import { id } from './terms.ts';

export const hostInfo = z.object({
  host: z.enum(['electron', 'chromium', 'none']),
  /** True: `host.chooseFiles` opens the system's dialog; false: the page shows its own folder browser. */
  nativeDialogs: z.boolean(),
  programVersion: z.string(),
  platform: z.string(),
});

export const fileEntry = z.object({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'file', 'vault']),
  size: z.number(),
  modified: z.number(),
});
export type FileEntry = z.infer<typeof fileEntry>;

export const fileMethods = {
  'host.info': method(nothing, hostInfo),
  'host.chooseFiles': method(
    z.object({
      purpose: z.enum(['open-files', 'open-folder', 'save-file']),
      suggestedName: z.string().optional(),
    }),
    z.object({ paths: z.array(z.string()) }),
  ),
  /** The folder browser of the Chromium host. Empty path = the user's home; `parent` null at a root. */
  'files.list': method(
    z.object({ path: z.string() }),
    z.object({ path: z.string(), parent: z.string().nullable(), entries: z.array(fileEntry) }),
  ),
  /**
   * Writes bytes the page has uploaded (`upload:<id>`, joined in this order) to the path a person chose; noted in the
   * audit chain with how much of what is in it. The only way a picture or a table leaves the page.
   */
  'files.save': method(
    z.object({
      path: z.string().min(1),
      uploads: z.array(z.string()).min(1),
      kind: z.enum(['picture', 'table']),
      fileId: id.nullable(),
      counts: z.record(z.string(), z.number().int()),
    }),
    z.object({ path: z.string(), bytes: z.number() }),
  ),
  'settings.get': method(
    nothing,
    z.object({
      language: z.enum(['en', 'uk', 'ro']),
      theme: z.enum(['light', 'dark', 'system']),
      timeZone: z.string(),
      analyst: z.string(),
    }),
  ),
  'settings.set': method(
    z.object({
      language: z.enum(['en', 'uk', 'ro']).optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
      timeZone: z.string().optional(),
      analyst: z.string().optional(),
    }),
    nothing,
  ),
};
