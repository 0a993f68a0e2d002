import type { CrimeArea } from '../model/case-terms.ts';

/** Traffic Light Protocol 2.0 (FIRST), least restrictive first. */
export const TLP_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type TlpLabel = (typeof TLP_LABELS)[number];

export function mostRestrictiveTlp(labels: Iterable<TlpLabel | null | undefined>): TlpLabel | null {
  let found = -1;
  for (const label of labels) if (label) found = Math.max(found, TLP_LABELS.indexOf(label));
  return TLP_LABELS[found] ?? null;
}

/** No police classification: only open sources, and the sources of a cybercrime file, may carry one. */
export function mayCarryTlp(kind: string, crimeAreas: readonly CrimeArea[]): boolean {
  return kind === 'open_source' || crimeAreas.includes('cybercrime');
}
