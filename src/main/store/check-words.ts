import type { Output } from '../../contract/index.ts';
import { normaliseIdentifier } from '../../core/identifiers/index.ts';

type Fact = Output<'entity.get'>['facts'][number];

/** An identifier as it is stored, with the country its import read national forms for. */
interface StoredIdentifier {
  readonly raw: string;
  readonly value: string;
  readonly check: string;
  readonly country: string | null;
}

/**
 * What the check of an identifier said when it was read, and why. The reasons are found by reading it again; where
 * that comes to something else (another country, rules of another version) there are none rather than wrong ones.
 */
export function checkOf(kind: string, json: string | null): Pick<Fact, 'check' | 'explain'> {
  if (json === null) return { check: null, explain: [] };
  const { raw, value, check, country } = JSON.parse(json) as StoredIdentifier;
  const stated = /^([A-Z]{2}(?:-[A-Z]{2})?):/.exec(value)?.[1];
  const isAssumed = stated === undefined;
  const again = normaliseIdentifier(kind, raw, { country: stated ?? country ?? '', isAssumed });
  const isSame = again.value === value && again.check === check;
  return { check, explain: isSame ? [...again.explain] : [] };
}
