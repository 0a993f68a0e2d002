import { accountName } from './account-name.ts';
import { accountNumber } from './account-number.ts';
import { cardNumber } from './card-number.ts';
import { caseReference } from './case-reference.ts';
import { companyNumber } from './company-number.ts';
import { containerNumber } from './container-number.ts';
import { documentNumber } from './document-number.ts';
import { email } from './email.ts';
import { exhibitNumber } from './exhibit-number.ts';
import { firearmSerial } from './firearm-serial.ts';
import { iban } from './iban.ts';
import {
  formatUnknown,
  type IdentifierKind,
  type IdentifierOptions,
  type NormalisedIdentifier,
} from './identifier.ts';
import { imei } from './imei.ts';
import { imo } from './imo.ts';
import { iccid, imsi } from './imsi.ts';
import { internetAddress } from './internet-address.ts';
import { personalNumber } from './personal-number.ts';
import { phone } from './phone.ts';
import { plate } from './plate.ts';
import { vin } from './vin.ts';
import { wallet } from './wallet.ts';

export {
  CHECK_RESULTS,
  type CheckResult,
  type IdentifierKind,
  type NormalisedIdentifier,
} from './identifier.ts';

/** Every kind of identifier the program knows; the entity types of core/model name one of these. */
export const IDENTIFIERS: readonly IdentifierKind[] = [
  phone,
  imei,
  imsi,
  iccid,
  iban,
  accountNumber,
  vin,
  plate,
  personalNumber,
  companyNumber,
  documentNumber,
  email,
  accountName,
  cardNumber,
  wallet,
  caseReference,
  exhibitNumber,
  imo,
  containerNumber,
  firearmSerial,
  internetAddress,
];
const BY_KIND = new Map(IDENTIFIERS.map((record) => [record.kind, record]));

export const IDENTIFIER_KINDS: readonly string[] = IDENTIFIERS.map((record) => record.kind);

/**
 * The comparable form of a raw value and what its check says. Never rejects: an unknown kind or an odd value comes
 * back trimmed as `format-unknown`. The caller keeps the raw text beside it.
 */
export function normaliseIdentifier(
  kind: string,
  raw: string,
  options: IdentifierOptions = { country: '' },
): NormalisedIdentifier {
  const record = BY_KIND.get(kind);
  return record === undefined ? formatUnknown(raw.trim()) : record.normalise(raw, options);
}
