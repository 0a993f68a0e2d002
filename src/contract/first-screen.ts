import { z } from 'zod';
import { fileMethods } from './files.ts';
import { vaultMethods, vaultStatus } from './vault.ts';

/**
 * What the first screen shows, put into the page by the host while no vault was ever open: the unlock screen stands
 * without waiting for the engine. Element `first-screen` of the page; `null` there means: ask the engine.
 */
export const firstScreen = z.object({
  settings: fileMethods['settings.get'].output,
  status: vaultStatus,
  recentVaults: vaultMethods['vault.recent'].output.shape.paths,
});
export type FirstScreen = z.infer<typeof firstScreen>;

/** The element as the built page has it, empty. */
export const FIRST_SCREEN_ELEMENT = '<script type="application/json" id="first-screen">null</script>';
