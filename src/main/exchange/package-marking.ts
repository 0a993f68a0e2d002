import type { PackageManifest } from '../../contract/exchange.ts';
import type { EffectiveMarking } from '../../core/evidence/marking.ts';

/** The marking a package carries. Who may have it is its list of recipients, which its providers allowed. */
export function packageMarking(marking: EffectiveMarking): PackageManifest['marking'] {
  const { level, handling, handlingTexts, tlp } = marking;
  return { level, handling: [...handling], handlingTexts: [...handlingTexts], tlp, recipients: null };
}
