import type { Input } from '../../contract/index.ts';

/** A provider's yes as the form holds it. */
export interface PermissionForm {
  readonly recipients: readonly string[];
  readonly grantedBy: string;
  /** ISO day. */
  readonly granted: string;
  readonly scope: string;
  readonly document: string;
}

/** The request of a complete form; null while something of it is missing. */
export function permissionRequest(sourceId: string, form: PermissionForm): Input<'permission.add'> | null {
  const [grantedBy, scope, document] = [form.grantedBy.trim(), form.scope.trim(), form.document.trim()];
  const granted = Date.parse(`${form.granted}T00:00:00Z`);
  const isComplete = grantedBy !== '' && scope !== '' && document !== '' && form.recipients.length > 0;
  if (!isComplete || Number.isNaN(granted)) return null;
  return { sourceId, recipients: [...form.recipients], grantedBy, granted, scope, document };
}

/** The day of an instant that stands for a day. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
