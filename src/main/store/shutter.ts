import type { PersonStatus } from '../../core/model/case-terms.ts';
import type { Context } from '../engine/context.ts';
import type { ShutterLabel } from './entities.ts';

/** The words on the closed shutter in the person's language; a minor is named as one before any status. */
export function shutterOf(context: Context): ShutterLabel {
  const { language } = context.settings.get();
  return (status: PersonStatus | null, minor: boolean, number: number) =>
    context.messages.sentence(language, `store:protected.${minor ? 'minor' : (status ?? 'minor')}`, {
      number,
    });
}
