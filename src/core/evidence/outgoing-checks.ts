import { compact } from '../identifiers/identifier.ts';
import type { CaseCheck, CaseData, CaseEntity, CaseFact } from './case-data.ts';
import { recipientCode } from './marking.ts';
import type { MergedRecords } from './merged-records.ts';
import type { Pseudonym } from './pseudonyms.ts';
import type { Scrub } from './scrub.ts';
import type { WithheldReason } from './source-decision.ts';

interface Leaving {
  readonly recipients: readonly string[];
  /** Entities as the permitted sources know them. */
  readonly known: ReadonlyMap<string, CaseEntity>;
  readonly permitted: ReadonlySet<CaseFact>;
  readonly stands: ReadonlyMap<string, Pseudonym>;
  /** The records that go, and all there are. */
  readonly merged: MergedRecords;
  readonly all: MergedRecords;
  readonly scrub: Scrub;
  readonly withhold: (reason: WithheldReason) => void;
}

/** Shorter words stand in too many others to give anything away. */
const SHORTEST = 4;

/**
 * Checks that may go: of an entity that goes by name, H2 only to the bureau that owns the record, and none in which a
 * word stands that only a withheld source had. Who asked stays inside.
 */
export function outgoingChecks(data: CaseData, how: Leaving): CaseCheck[] {
  const { checks = [] } = data;
  if (checks.length === 0) return [];
  const factsOf = Map.groupBy(data.facts, (fact) => fact.aboutId);
  return checks.flatMap((check) => {
    const reason = blockOf(check, factsOf, how);
    if (reason === null) return [leaving(check, how)];
    how.withhold(reason);
    return [];
  });
}

function blockOf(
  check: CaseCheck,
  factsOf: ReadonlyMap<string, readonly CaseFact[]>,
  how: Leaving,
): WithheldReason | null {
  const { entityId, ownerNcb, marking } = check;
  if (how.stands.has(entityId)) return 'protected';
  if (!how.known.has(entityId)) return 'entity-withheld';
  const isOwners = how.recipients.every((one) => recipientCode(one) === recipientCode(ownerNcb));
  if (marking.handling.includes('H2') && !isOwners) return 'H2';
  const said = folded([check.value, check.recordReference, check.note, check.ownerNcb].join(' '));
  return withheldWords(entityId, factsOf, how).some((word) => said.includes(word))
    ? 'no-permitted-fact'
    : null;
}

/** What is known of the entity and its merged records, without what a permitted source says as well. */
function withheldWords(
  entityId: string,
  factsOf: ReadonlyMap<string, readonly CaseFact[]>,
  { all, known, permitted }: Leaving,
): string[] {
  const records = all.recordsOf(entityId);
  const facts = records.flatMap((one) => factsOf.get(one.id) ?? []);
  const open = new Set([
    ...records.flatMap((one) => wordsOf(known.get(one.id))),
    ...facts.filter((fact) => permitted.has(fact)).map((fact) => folded(fact.value)),
  ]);
  const whole = [...records.flatMap(wordsOf), ...facts.map((fact) => folded(fact.value))];
  return whole.filter((word) => word.length >= SHORTEST && !open.has(word));
}

function wordsOf(entity: CaseEntity | undefined): string[] {
  if (entity === undefined) return [];
  const numbers = entity.identifiers.flatMap((one) => [one.value, one.raw]);
  const properties = Object.values(entity.properties).map(String);
  return [entity.label, ...numbers, ...properties].map(folded);
}

/** A number is the same with and without its gaps, its plus and the country in front. */
function folded(text: string): string {
  return compact(text.replace(/^[A-Z]{2}(-[A-Z]{2})?:/u, '')).replace(/[()+]/gu, '');
}

function leaving(check: CaseCheck, { merged, scrub }: Leaving): CaseCheck {
  const shown = merged.shownId(check.entityId);
  const { handlingText } = check;
  return {
    ...check,
    entityId: shown,
    ...(shown === check.entityId ? {} : { recordId: check.entityId }),
    value: scrub(check.value),
    recordReference: scrub(check.recordReference),
    ownerNcb: scrub(check.ownerNcb),
    ...(handlingText === undefined ? {} : { handlingText: scrub(handlingText) }),
    note: scrub(check.note),
  };
}
