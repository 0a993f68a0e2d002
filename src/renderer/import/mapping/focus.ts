/**
 * Puts the keyboard where the person goes on after a change that made or took away parts of the editor. Looks only in
 * the card the keyboard is in: several files have the same keys.
 */
export function focusSoon(selector: string): void {
  const card = document.activeElement?.closest('.file-card') ?? document;
  setTimeout(() => card.querySelector<HTMLElement>(selector)?.focus());
}

/** Selector of the control that feeds the place of this key. */
export function feederOf(key: string): string {
  return `[data-at="${CSS.escape(key)}"] .spec-add`;
}
